/**
 * Utility processes are not sandboxed, so what they are given is written out: nothing of the parent's environment
 * (tokens, NODE_OPTIONS, proxies) but the few names that change how text and time are printed. Invariant: it is never
 * empty. Electron takes an empty environment for none at all, and hands the process everything that it has itself.
 */

const passed: readonly string[] = ["LANG", "LC_ALL", "TZ"];

/** Always there, so that something is: on Windows, and on a Mac from the Finder, none of `passed` usually is. */
const always = { SPINSCOPE_UTILITY: "1" } as const;

/** The whole environment of a utility process. */
export function utilityEnvironment(own: NodeJS.ProcessEnv): Record<string, string> {
  const environment: Record<string, string> = { ...always };
  for (const name of passed) {
    const value = own[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}
