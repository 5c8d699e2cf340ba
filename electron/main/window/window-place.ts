/**
 * Where the window stands: as it was when it was closed, brought onto a display that is there now.
 */
import type { WindowPlace } from "../settings/settings.ts";

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** So much of a window's width and of its title must be on a display for a person to find it, CSS pixels. */
const reachable = 120;
const titleHeight = 32;

/**
 * The bounds for a window that was at `bounds`, when the displays have these work areas: the same where enough of it is
 * on one of them, else as large as fits, on the nearest. Undefined when there is no display.
 */
export function boundsOnDisplay(bounds: Rectangle, workAreas: readonly Rectangle[]): Rectangle | undefined {
  const area = workAreas.reduce<Rectangle | undefined>(
    (best, each) => (best === undefined || shared(bounds, each) > shared(bounds, best) ? each : best),
    undefined,
  );
  if (area === undefined) return undefined;
  const width = Math.min(bounds.width, area.width);
  const height = Math.min(bounds.height, area.height);
  if (isReachable(bounds, area)) return { x: bounds.x, y: bounds.y, width, height };
  return {
    x: clamp(bounds.x, area.x, area.x + area.width - width),
    y: clamp(bounds.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

/** The size of the content that a window begins with, and the least that it is laid out for, CSS pixels. */
const firstWidth = 1_440;
const firstHeight = 900;
const leastWidth = 1_024;
const leastHeight = 700;
/** What a window's title and menu may take of a display's height. */
const titleAndMenu = 68;

export interface ContentSize {
  readonly width: number;
  readonly height: number;
  readonly minWidth: number;
  readonly minHeight: number;
}

/** The size of a window that opens for the first time on a display with that work area: whole, it fits. */
export function firstSize(workArea: Pick<Rectangle, "width" | "height">): ContentSize {
  const width = Math.min(firstWidth, workArea.width);
  const height = Math.min(firstHeight, workArea.height - titleAndMenu);
  return { width, height, minWidth: Math.min(leastWidth, width), minHeight: Math.min(leastHeight, height) };
}

/** The window's place to remember, from its bounds when it is not maximized. */
export function windowPlace({ x, y, width, height }: Rectangle, isMaximized: boolean): WindowPlace {
  return { bounds: { x, y, width, height }, isMaximized };
}

function isReachable(bounds: Rectangle, area: Rectangle): boolean {
  const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  return (
    across >= Math.min(reachable, bounds.width) && bounds.y >= area.y && bounds.y + titleHeight <= area.y + area.height
  );
}

/** The area that both have in common, or less than nothing: how far they are apart. */
function shared(a: Rectangle, b: Rectangle): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > 0 && down > 0 ? across * down : Math.min(across, 0) + Math.min(down, 0);
}

function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.max(least, Math.min(value, most)));
}
