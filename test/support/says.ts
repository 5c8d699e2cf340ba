/**
 * Waiting for words in the window, closely: an expectation soon looks only now and then, and some tests have many of them.
 */
import type { LaunchedApp } from "../e2e/app.ts";

/** How often to look, and for how long, ms. */
const closely = { polling: 20, timeout: 15_000 } as const;

/** Resolves once the window has that text, or has not got it for long: an expectation that follows tells of that. */
export async function says({ page }: LaunchedApp, text: string): Promise<void> {
  const has = (wanted: string): boolean => document.body.textContent.includes(wanted);
  await page.waitForFunction(has, text, closely).catch(() => {});
}
