/**
 * Faults after which the app goes on as before: one app for all the tests of such, since to start one takes longer than most
 * of them do. Each begins with the page loaded anew, and has a log and complaints of its own. What earlier tests opened,
 * ran and recorded may be there still: none may expect an app in which nothing ever was.
 */
import { test as withOneEach } from "../e2e/app.ts";

export const test = withOneEach.extend({
  app: async ({ sameApp }, use) => {
    await sameApp.page.reload();
    const [complained, logged] = [sameApp.complaints.length, sameApp.log().length];
    await use({
      ...sameApp,
      get complaints() {
        return sameApp.complaints.slice(complained);
      },
      log: () => sameApp.log().slice(logged),
    });
  },
});
