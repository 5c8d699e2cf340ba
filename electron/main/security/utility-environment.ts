/**
 * Utility processes are not sandboxed, so what they are given is written out: nothing of the parent's environment
 * (tokens, NODE_OPTIONS, proxies) but the few names that change how text and time are printed.
 */

const passed: readonly string[] = ["LANG", "LC_ALL", "TZ"];

/** The whole environment of a utility process. */
export function utilityEnvironment(own: NodeJS.ProcessEnv): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const name of passed) {
    const value = own[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}
