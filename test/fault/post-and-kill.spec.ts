/**
 * Fault 9: messages posted and processes ended at every moment around their end, over and over. Main lives, each end is
 * told once, and no process is left over.
 */

import { join } from "node:path";
import { build } from "vite";
import { nodeConfig } from "../../scripts/build/node-config.mjs";
import { measureInElectron } from "../bench/launch/measuring-app.ts";
import { expect, projectFolder, test } from "../e2e/app.ts";
import { alone } from "../support/alone.ts";
import { rounds } from "../support/soak.ts";

test("posting to processes around their end, however they end, does not take main with them", alone, async () => {
  const total = rounds(40, 1_000);
  test.setTimeout(120_000 + total * 2_500);
  const folder = join("out", "faults", "post-and-kill");
  const from = "test/support/faults/post-and-kill";
  await build(nodeConfig({ entries: { main: `${from}/main.ts`, utility: `${from}/utility.ts` }, folder }));
  const last = await measureInElectron(join(projectFolder, folder, "main.cjs"), { rounds: total });
  expect(JSON.parse(last)).toEqual({ rounds: total, toldOnce: total, right: total, stuck: 0, left: 0 });
});
