/**
 * Fault tests have a fast form, which belongs to every test run, and a long one for the soak.
 */

/** Whether the long forms are to be run. */
export const isSoak = process.env["SPINSCOPE_SOAK"] !== undefined;

/** How often to do something: `fast` times, or `long` times in the soak. */
export function rounds(fast: number, long: number): number {
  return isSoak ? long : fast;
}
