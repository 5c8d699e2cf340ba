/**
 * Tests that only look, or leave nothing behind that the next could trip over: one app for all of them, since to start
 * one takes longer than most of them do. Each has the page loaded anew. What they have in common is an app in which
 * nothing ever ran.
 */
import { type LaunchedApp, launchApp, outlivesTest, test as withItsOwn } from "./app.ts";

export const test = withItsOwn.extend<object, { readonly sameApp: LaunchedApp }>({
  sameApp: [
    async ({ playwright: _ }, use) => {
      const app = await launchApp();
      outlivesTest(app);
      await use(app);
      await app.close();
    },
    { scope: "worker" },
  ],
  app: async ({ sameApp }, use) => {
    await sameApp.page.reload();
    await use(sameApp);
  },
});

export { expect } from "@playwright/test";
