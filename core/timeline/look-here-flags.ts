/**
 * The moments that a lesson wants looked at: numbered flags in a strip above the lanes, in the colours of their runtimes,
 * each over a line down to its event. Flags that would cover each other become one pill, over the middle of their moments.
 */
import type { Colour, DisplayList } from "./display-list.ts";
import { rowOf } from "./lane-rows.ts";
import { onCanvas, type Scene } from "./scene.ts";
import { laneShowing } from "./selection/span-of.ts";

/** Height of the strip of flags, px. */
export const flagStrip = 16;
const size = 15;
/** From one number of a pill to the next, px. */
const pitch = 14;
/** Lines nearer than this are one, px. */
const oneLine = 2;

interface Flag {
  readonly number: number;
  readonly row: number;
  readonly lane: number;
  readonly colour: Colour;
  /** Where its moment is, px. */
  readonly x: number;
  /** Where its line ends: the top of its lane's bar, px. */
  readonly bottom: number;
}

interface Pill {
  flags: readonly Flag[];
  /** Its first number's middle, px. */
  left: number;
}

/** The lines from the flags to their moments: drawn before words, which they may lead past. */
export function layoutFlagLines(scene: Scene, list: DisplayList): void {
  const { frame } = scene;
  const longest: Flag[] = [];
  for (const flag of flagsOf(scene)) {
    const before = longest.at(-1);
    if (before === undefined || flag.x - before.x >= oneLine) longest.push(flag);
    else if (flag.bottom > before.bottom) longest[longest.length - 1] = flag;
  }
  for (const { x, bottom, colour } of longest) {
    if (bottom > frame.axis)
      list.add("line", x, middleOf(scene), x, Math.min(bottom, frame.bottom), colour, 0.75, "dotted");
  }
}

/** The flags in sight. */
export function layoutFlags(scene: Scene, list: DisplayList): void {
  const y = middleOf(scene);
  for (const { flags, left } of pillsOf(flagsOf(scene))) {
    for (const [place, { lane, row, colour }] of flags.entries()) {
      const x = left + place * pitch;
      if (place > 0) list.add("rect", x - pitch / 2, y - size / 2, pitch / 2, size, colour, 1, "plain");
      if (place < flags.length - 1) list.add("rect", x, y - size / 2, pitch / 2, size, colour, 1, "plain");
      list.add("mark", x, y, size, 0, colour, 1, "numbered", lane, row);
    }
    for (const [place, { number }] of flags.entries()) {
      list.add("text", left + place * pitch, y, 0, 0, "background", 1, "strong-centre", -1, -1, String(number));
    }
  }
}

function middleOf({ frame }: Scene): number {
  return frame.axis - 4 - flagStrip / 2;
}

/** From left to right. */
function flagsOf(scene: Scene): readonly Flag[] {
  const { scale, frame, table, rows } = scene;
  const flags: Flag[] = [];
  for (const { number, row } of scene.lookHere) {
    const t = table.t(row);
    if (t < scale.from || t > scale.to) continue;
    const lane = laneShowing(scene.recording, row);
    const shown = rowOf(rows, lane);
    if (shown === undefined) continue;
    const bottom = onCanvas(frame, shown.barMiddle - shown.barHeight / 2);
    flags.push({ number, row, lane, colour: shown.lane.runtime, x: scale.x(t), bottom });
  }
  return flags.sort((a, b) => a.x - b.x || a.number - b.number);
}

function pillsOf(flags: readonly Flag[]): readonly Pill[] {
  const pills: Pill[] = [];
  for (const flag of flags) {
    let pill: Pill = { flags: [flag], left: flag.x };
    for (let before = pills.at(-1); before !== undefined && meets(before, pill); before = pills.at(-1)) {
      pills.pop();
      pill = joined(before, pill);
    }
    pills.push(pill);
  }
  return pills;
}

function meets(before: Pill, pill: Pill): boolean {
  return before.left + (before.flags.length - 1) * pitch + size + 1 > pill.left;
}

function joined(a: Pill, b: Pill): Pill {
  const flags = [...a.flags, ...b.flags];
  const middle = flags.reduce((sum, { x }) => sum + x, 0) / flags.length;
  return { flags, left: middle - ((flags.length - 1) * pitch) / 2 };
}
