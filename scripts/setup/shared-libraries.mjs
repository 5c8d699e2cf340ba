// Whether the loader finds every library that an Electron executable is linked to: the truth, where the list of
// packages is only the usual way to get them.
import { run } from "./run.mjs";

/**
 * The libraries that are missing, as "libgtk-3.so.0"; empty also where there is no `ldd` to ask.
 * @param {string} executable absolute
 * @returns {Promise<string[]>}
 */
export async function missingLibraries(executable) {
  const { output } = await run("ldd", [executable], { quiet: true });
  return [...output.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? "");
}
