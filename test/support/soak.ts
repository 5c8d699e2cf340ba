/**
 * The two forms of tests that can go on for long: the fast one of `npm test`, and the long one of `npm run soak`, which
 * sets SPINSCOPE_SOAK.
 */

/** Whether this is the long form. */
export const isSoak = process.env["SPINSCOPE_SOAK"] === "1";

/** How many times as many seeds the long form tries. */
const manyTimes = 50;

/** So many runs of a property in the fast form, many times as many in the long one. */
export const runs = (fast: number): number => (isSoak ? fast * manyTimes : fast);

/** So long may a test of such a property take, ms. */
export const patience = (fast: number): number => (isSoak ? fast * manyTimes : fast);

/** How long the soak in the app goes on, in minutes. */
export const soakMinutes = Number(process.env["SPINSCOPE_SOAK_MINUTES"] ?? 30);

/** How often to do something: `fast` times, or `long` times in the soak. */
export const rounds = (fast: number, long: number): number => (isSoak ? long : fast);
