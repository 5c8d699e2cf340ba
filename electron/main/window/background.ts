/**
 * The window's colour before the page has drawn: the page's own background, so that nothing flashes. The two colours
 * are `--background` of renderer/style/tokens.css; a test compares them.
 */

/** A CSS colour. */
export function windowBackground(dark: boolean): string {
  return dark ? "#0f1216" : "#f7f6f2";
}
