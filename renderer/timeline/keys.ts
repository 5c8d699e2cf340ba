/**
 * The timeline's keys, while it has the focus: + and − zoom, 0 fits, F follows the run or stays. Up and down choose a lane;
 * Tab goes through the lanes too, and beyond the last one (with shift: the first) leaves the timeline, so that it is no trap.
 * With something selected, left and right go to what happened before and after on its lane, Home and End to the first and
 * the last, C to the cause; Z shows it large, Enter tells its details, Escape lets it go. With nothing selected, or with
 * shift, which goes farther, left and right move the picture; with shift up and down scroll it.
 */
import type { TimelineClient } from "./timeline-client.ts";

const step = 60;
/** With shift, px. */
const far = 300;

/** As `aria-keyshortcuts` lists them. */
export const timelineKeys = "Tab + - 0 F Z C Enter Escape Home End ArrowLeft ArrowRight ArrowUp ArrowDown";

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Does what a key stands for. Whether it stands for anything: then nobody else should take it. */
export function onTimelineKey(event: Key, timeline: TimelineClient): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === "Tab") return onTab(event.shiftKey, timeline);
  return onArrow(event, timeline) || onSelectionKey(event, timeline) || onPictureKey(event, timeline);
}

/** Whether there is a lane to go to; if not, the key leaves and nothing stays selected. */
function onTab(back: boolean, timeline: TimelineClient): boolean {
  const { edges } = timeline.lanes.value;
  const selected = timeline.selection.value;
  const edge = back ? edges[0] : edges.at(-1);
  if (edge === undefined || (selected === undefined && back)) return false;
  if (selected !== undefined && selected.lane === edge.name && selected.runtime === edge.runtime) {
    timeline.deselect();
    return false;
  }
  timeline.step(back ? "up" : "down");
  return true;
}

function onPictureKey({ key }: Key, timeline: TimelineClient): boolean {
  switch (key) {
    case "+":
    case "=":
      timeline.zoomIn();
      return true;
    case "-":
    case "−":
      timeline.zoomOut();
      return true;
    case "0":
      timeline.fit();
      return true;
    case "f":
    case "F":
      timeline.toggleFollow();
      return true;
    default:
      return false;
  }
}

/** Keys that mean the selection: without one most are left to the page. */
function onSelectionKey({ key }: Key, timeline: TimelineClient): boolean {
  const isSelected = timeline.selection.value !== undefined;
  if (key === "Enter") {
    if (isSelected) timeline.askDetails();
    else timeline.step("down");
    return true;
  }
  if (!isSelected) return false;
  switch (key) {
    case "Escape":
      timeline.deselect();
      return true;
    case "Home":
      timeline.step("first");
      return true;
    case "End":
      timeline.step("last");
      return true;
    case "c":
    case "C":
      timeline.step("cause");
      return true;
    case "z":
    case "Z":
      timeline.fitSelection();
      return true;
    default:
      return false;
  }
}

function onArrow({ key, shiftKey }: Key, timeline: TimelineClient): boolean {
  const steps = timeline.selection.value !== undefined && !shiftKey;
  const by = shiftKey ? far : step;
  switch (key) {
    case "ArrowLeft":
      if (steps) timeline.step("previous");
      else timeline.pan(by);
      return true;
    case "ArrowRight":
      if (steps) timeline.step("next");
      else timeline.pan(-by);
      return true;
    case "ArrowUp":
      if (shiftKey) timeline.scroll(-step);
      else timeline.step("up");
      return true;
    case "ArrowDown":
      if (shiftKey) timeline.scroll(step);
      else timeline.step("down");
      return true;
    default:
      return false;
  }
}
