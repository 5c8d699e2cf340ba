/**
 * Wheel, mouse and touch pad on the timeline, as a person expects them: the wheel zooms at the pointer, over the lanes'
 * names it scrolls them; with shift, or sideways, it pans; a drag pans and scrolls, in the overview it moves the range that
 * is in sight; a click selects, a double click shows what it selects large, and on empty ground all.
 */
import type { TimelineClient } from "./timeline-client.ts";

/** A notch of a wheel (120 px) zooms by a quarter. */
const perPixel = Math.log(1.25) / 120;
/** A pinch arrives as a wheel with ctrl and much smaller steps. */
const perPixelOfPinch = 0.01;
const pixelsPerLine = 16;

/** A press that moves less than this is a click, px. */
const clickWithin = 4;

/** What a press has become: not yet known, a drag of the picture, a drag of the overview. */
interface Press {
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  kind: "click" | "picture" | "overview";
}

/** Listens on the canvas. Returns what ends it. */
export function listenToGestures(canvas: HTMLCanvasElement, timeline: TimelineClient): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let press: Press | undefined;

  canvas.addEventListener("wheel", (event) => onWheel(event, timeline), { passive: false, signal });
  canvas.addEventListener("dblclick", (event) => onDoubleClick(event, timeline), { signal });
  canvas.addEventListener("pointerdown", onDown, { signal });
  canvas.addEventListener("pointermove", onMove, { signal });
  canvas.addEventListener("pointerup", onUp, { signal });
  canvas.addEventListener("pointercancel", drop, { signal });
  canvas.addEventListener("pointerleave", () => timeline.point(), { signal });
  return () => listening.abort();

  function onDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    const { offsetX: x, offsetY: y, pointerId: pointer } = event;
    const overview = y < (timeline.viewport.value?.overview ?? 0);
    press = { pointer, x, y, kind: overview ? "overview" : "click" };
    canvas.setPointerCapture(pointer);
    if (overview) timeline.overview(x, true);
  }

  function onMove(event: PointerEvent): void {
    const { offsetX: x, offsetY: y } = event;
    if (press?.pointer === event.pointerId) drag(press, event);
    else canvas.classList.toggle("over-overview", y < (timeline.viewport.value?.overview ?? 0));
    timeline.point({ x, y });
  }

  function drag(pressed: Press, { offsetX: x, offsetY: y, movementX, movementY }: PointerEvent): void {
    if (pressed.kind === "overview") {
      timeline.overview(x, false);
      return;
    }
    if (pressed.kind === "click") {
      if (Math.hypot(x - pressed.x, y - pressed.y) < clickWithin) return;
      pressed.kind = "picture";
      canvas.classList.add("dragging");
      timeline.pan(x - pressed.x);
      timeline.scroll(pressed.y - y);
      return;
    }
    if (movementX !== 0) timeline.pan(movementX);
    if (movementY !== 0) timeline.scroll(-movementY);
  }

  function onUp(event: PointerEvent): void {
    if (press?.kind === "click" && press.pointer === event.pointerId) timeline.choose(press.x, press.y);
    drop();
  }

  function drop(): void {
    press = undefined;
    canvas.classList.remove("dragging");
  }
}

/** On something it shows that large, on empty ground all. */
function onDoubleClick(event: MouseEvent, timeline: TimelineClient): void {
  if (event.offsetY < (timeline.viewport.value?.overview ?? 0) || !timeline.hovers.value) timeline.fit();
  else timeline.fitSelection();
}

function onWheel(event: WheelEvent, timeline: TimelineClient): void {
  event.preventDefault();
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : pixelsPerLine;
  const dx = event.deltaX * unit;
  const dy = event.deltaY * unit;
  if (event.shiftKey || Math.abs(dx) > Math.abs(dy)) timeline.pan(-(dx === 0 ? dy : dx));
  else if (event.offsetX < (timeline.viewport.value?.gutter ?? 0)) timeline.scroll(dy);
  else timeline.zoom(Math.exp(-dy * (event.ctrlKey ? perPixelOfPinch : perPixel)), event.offsetX);
}
