/**
 * `expect` for tests in which the app is started again and again: they say what becomes of it, not how soon.
 */
import { expect as usual } from "@playwright/test";

/** As Playwright's own, but it waits 40 s for what is to come. */
export const expect = usual.configure({ timeout: 40_000 });
