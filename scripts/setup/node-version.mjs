// The first thing that every command imports: it says at once that Node is too old, where a later failure would be a
// riddle. Plain enough to be parsed by any Node that knows ES modules.
import { readFileSync } from "node:fs";

const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));

/**
 * Whether a Node version is at least the wanted one.
 * @param {string} have as "20.20.2"
 * @param {string} want as "20.19"
 */
export function isAtLeast(have, want) {
  const [haveMajor = 0, haveMinor = 0] = have.split(".").map(Number);
  const [wantMajor = 0, wantMinor = 0] = want.split(".").map(Number);
  return haveMajor > wantMajor || (haveMajor === wantMajor && haveMinor >= wantMinor);
}

const wanted = String(manifest.engines.node).replace(/^>=/, "");
if (!isAtLeast(process.versions.node, wanted)) {
  process.stderr.write(
    `spinscope: Node ${process.versions.node} is too old: Spinscope needs Node ${wanted} or later. ` +
      "Install a current Node (nodejs.org, or your version manager: `nvm install --lts`) and run the command again.\n",
  );
  process.exit(1);
}
