/**
 * The loop in a page of the real Electron: the same switches with the recording on and off. A small app of its own
 * measures; here it is launched.
 */
import { join } from "node:path";
import { z } from "zod";
import { measureInElectron } from "../launch/measuring-app.ts";
import type { Rounds } from "../report/row.ts";

const figures = z.object({ on: z.array(z.number()), off: z.array(z.number()) });

/** Switches a second, a value a round, in turn. */
export async function recordingInPage(rounds: number): Promise<Rounds> {
  const printed = await measureInElectron(join(__dirname, "loop-page-main.cjs"), { rounds });
  const { on, off } = figures.parse(JSON.parse(printed));
  return { ours: on, peers: { off } };
}
