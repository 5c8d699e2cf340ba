// Where the fallback Electron runtime and the set-up's notes live: outside the checkout, so that every checkout of one
// person shares them and none of them is ever committed.
import { homedir } from "node:os";
import { join, resolve } from "node:path";

/**
 * The absolute path of the cache: `$SPINSCOPE_CACHE`, else `$XDG_CACHE_HOME/spinscope`, else `~/.cache/spinscope`.
 * The folder need not exist yet.
 * @param {NodeJS.ProcessEnv} [environment]
 */
export function cacheFolder(environment = process.env) {
  const own = environment["SPINSCOPE_CACHE"];
  if (own) return resolve(own);
  const shared = environment["XDG_CACHE_HOME"];
  return shared ? join(resolve(shared), "spinscope") : join(homedir(), ".cache", "spinscope");
}
