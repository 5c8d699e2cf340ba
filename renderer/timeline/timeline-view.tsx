/**
 * The timeline in the page: the canvas that is given to the worker once, its size and colours kept up to date, gestures
 * and keys passed on. Beside the picture its lanes stand as a list for those who can't see it; before the first run there
 * is a line that says what to press.
 */
import "./timeline.css";
import { useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { CanvasSize } from "../../core/contract/worker-protocol.ts";
import { language, text } from "../app/language.ts";
import { stateText } from "../stage/state-words.ts";
import { readColours, watchColours } from "./colours.ts";
import { listenToGestures } from "./gestures.ts";
import { onTimelineKey, timelineKeys } from "./keys.ts";
import { SelectionSaid } from "./selection-said.tsx";
import type { TimelineClient } from "./timeline-client.ts";
import { TimelineTools } from "./timeline-tools.tsx";

export interface TimelineViewProps {
  readonly timeline: TimelineClient;
  /** What an empty timeline says. */
  readonly hint: string;
}

/** A screen reader passes the keys on to what has this role: the timeline has its own for all that it shows. */
const playable = { role: "application", tabIndex: 0 } as const;

export function TimelineView({ timeline, hint }: TimelineViewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => (canvas.current === null ? undefined : open(canvas.current, timeline)), [timeline]);
  // The stage is told thirty times a second: only what is read of it here may draw the view again.
  const empty = useComputed(() => timeline.stage.value === undefined);
  const pointsAt = useComputed(() => timeline.hovers.value);
  const { total, first, lanes } = timeline.lanes.value;
  const seconds = ((timeline.stage.peek()?.at ?? 0) / 1e6).toFixed(1);
  return (
    <div class="timeline">
      <canvas
        ref={canvas}
        {...playable}
        data-points={pointsAt}
        aria-label={text("timeline.label", { lanes: total, seconds })}
        aria-keyshortcuts={timelineKeys}
        onKeyDown={(event) => {
          if (onTimelineKey(event, timeline)) event.preventDefault();
        }}
      />
      {empty.value ? <p class="timeline-hint">{hint}</p> : <TimelineTools timeline={timeline} />}
      <SelectionSaid timeline={timeline} />
      <ul class="unseen">
        {lanes.map(({ name, state }, place) => (
          <li
            key={`${first + place} ${name}`}
            aria-setsize={total}
            aria-posinset={first + place + 1}
          >{`${name}: ${stateText(state)}`}</li>
        ))}
      </ul>
    </div>
  );
}

/** Gives the canvas to the worker and keeps it told of size and theme. Returns what ends that. */
function open(canvas: HTMLCanvasElement, timeline: TimelineClient): () => void {
  const root = document.documentElement;
  timeline.open(canvas.transferControlToOffscreen(), sizeOf(canvas), readColours(root), language.value);
  const observer = new ResizeObserver(() => timeline.resize(sizeOf(canvas)));
  observer.observe(canvas, { box: "device-pixel-content-box" });
  const endColours = watchColours(root, () => timeline.recolour(readColours(root)));
  const endGestures = listenToGestures(canvas, timeline);
  return () => {
    observer.disconnect();
    endColours();
    endGestures();
  };
}

function sizeOf(canvas: HTMLCanvasElement): CanvasSize {
  return { width: canvas.clientWidth, height: canvas.clientHeight, pixelRatio: devicePixelRatio };
}
