import { expect, test } from "vitest";
import { PageRevival } from "../../../../../electron/main/page/page-revival.ts";

test("a page that died is loaded again, unless it dies as fast as it loads", () => {
  const revival = new PageRevival();
  for (let death = 0; death < 5; death++) expect(revival.mayLoadAgain(death * 1_000)).toBe(true);
  expect(revival.mayLoadAgain(5_000)).toBe(false);
});

test("deaths of long ago do not count against a page", () => {
  const revival = new PageRevival();
  for (let death = 0; death < 20; death++) expect(revival.mayLoadAgain(death * 30_000)).toBe(true);
});
