/**
 * The timeline's keys, while it has the focus: + and − zoom, 0 fits, arrows pan and scroll (with shift farther), F follows
 * the run or stays.
 */
import type { TimelineClient } from "./timeline-client.ts";

const step = 60;
const far = 5;

/** As `aria-keyshortcuts` lists them. */
export const timelineKeys = "+ - 0 F ArrowLeft ArrowRight ArrowUp ArrowDown";

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
  const by = event.shiftKey ? step * far : step;
  switch (event.key) {
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
    case "ArrowLeft":
      timeline.pan(by);
      return true;
    case "ArrowRight":
      timeline.pan(-by);
      return true;
    case "ArrowUp":
      timeline.scroll(-by);
      return true;
    case "ArrowDown":
      timeline.scroll(by);
      return true;
    default:
      return false;
  }
}
