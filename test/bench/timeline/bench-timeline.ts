/**
 * The benchmark `timeline`: how soon a recording is on the screen, what a frame and an arrival cost, and how much memory
 * an event takes; measured in a page of the real Electron. (Its peers come with a later issue.)
 */
import { join } from "node:path";
import { z } from "zod";
import { measureInElectron } from "../launch/measuring-app.ts";
import { type BenchRow, benchRow } from "../report/row.ts";

const rounds = 7;
const roundsSchema = z.array(
  z.object({ open: z.number(), frames: z.array(z.number()), append: z.number(), bytesAnEvent: z.number() }),
);

export async function benchTimeline(events: number | undefined): Promise<readonly BenchRow[]> {
  const entry = join(__dirname, "timeline-frames-main.cjs");
  const printed = await measureInElectron(entry, { events: events ?? 200_000, rounds });
  const measured = roundsSchema.parse(JSON.parse(printed));
  const ours = (value: (round: z.infer<typeof roundsSchema>[number]) => number) => ({
    ours: measured.map(value),
    peers: {},
  });
  return [
    benchRow(
      "open",
      "ms",
      "less",
      ours(({ open }) => open),
    ),
    benchRow(
      "frame p50",
      "ms",
      "less",
      ours(({ frames }) => rank(frames, 0.5)),
    ),
    benchRow(
      "frame p95",
      "ms",
      "less",
      ours(({ frames }) => rank(frames, 0.95)),
    ),
    benchRow(
      "append",
      "ms",
      "less",
      ours(({ append }) => append),
    ),
    benchRow(
      "bytes an event",
      "B",
      "less",
      ours(({ bytesAnEvent }) => bytesAnEvent),
    ),
  ];
}

/** By nearest rank: one of the measured values. */
function rank(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
