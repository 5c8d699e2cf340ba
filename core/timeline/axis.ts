/**
 * The time axis: grid lines under the lanes, labels above them; the line that is now; the pointer's crosshair.
 */
import type { DisplayList } from "./display-list.ts";
import type { Scene } from "./scene.ts";
import { instantLabel, ticks } from "./ticks.ts";

/** Labels stand at least so far apart, px. */
const apart = 84;
/** Middle of the labels, below the overview. */
const labelY = 12;

/** Grid lines: drawn before the lanes. */
export function layoutGrid(scene: Scene, list: DisplayList): void {
  const { scale, frame } = scene;
  for (const { t } of ticks(scale.from, scale.to, scale.perPixel * apart)) {
    const x = scale.x(t);
    list.add("line", x, frame.axis - 4, x, frame.height, "rule", 1, "solid");
  }
}

/** Labels on a patch of background: drawn after the lanes, which may be scrolled under them. */
export function layoutAxis(scene: Scene, list: DisplayList): void {
  const { scale, frame, measure } = scene;
  const readout = readoutOf(scene);
  const y = frame.overview + labelY;
  list.add("rect", 0, frame.overview, frame.width, frame.axis - frame.overview - 4, "background", 1, "plain");
  for (const { t, label } of ticks(scale.from, scale.to, scale.perPixel * apart)) {
    const x = scale.x(t) + 4;
    const end = x + measure(label, "axis-left");
    const free = readout === undefined || end < readout.left || x > readout.left + readout.width;
    if (free && end <= scale.right) list.add("text", x, y, 0, 0, "muted", 1, "axis-left", -1, -1, label);
  }
}

/** The line that is now, while the run is live: left of it is what was, right of it nothing yet. */
export function layoutNow(scene: Scene, list: DisplayList): void {
  const { scale, frame, now, live } = scene;
  if (!live || now < scale.from || now > scale.to) return;
  const x = scale.x(now);
  list.add("line", x, frame.axis - 4, x, frame.height, "muted", 0.8, "dotted");
}

/** A line through the pointer: drawn before the names and the axis. */
export function layoutCrosshair(scene: Scene, list: DisplayList): void {
  const { scale, frame, pointer } = scene;
  if (pointer === undefined || pointer.x < scale.left || pointer.x > scale.right) return;
  list.add("line", pointer.x, frame.axis - 4, pointer.x, frame.height, "faint", 1, "dashed");
}

/** The instant that the pointer points at, on the axis. */
export function layoutPointer(scene: Scene, list: DisplayList): void {
  const readout = readoutOf(scene);
  if (readout === undefined) return;
  const { label, left, width } = readout;
  const y = scene.frame.overview + labelY;
  list.add("rect", left, y - 9, width, 18, "raised", 1, "plain");
  list.add("text", left + 6, y, 0, 0, "text", 1, "axis-left", -1, -1, label);
}

interface Readout {
  readonly label: string;
  readonly left: number;
  readonly width: number;
}

/** What the pointer's instant reads, and where it stands; undefined while the pointer is elsewhere. */
function readoutOf({ scale, pointer, measure }: Scene): Readout | undefined {
  if (pointer === undefined || pointer.x < scale.left || pointer.x > scale.right) return undefined;
  const label = instantLabel(scale.time(pointer.x), scale.perPixel);
  const width = measure(label, "axis-left") + 12;
  const left = Math.min(Math.max(pointer.x - width / 2, scale.left), scale.right - width);
  return { label, left, width };
}
