/**
 * Wheel, mouse and touch pad on the timeline, as a person expects them: the wheel zooms at the pointer, over the lanes'
 * names it scrolls them; with shift, or sideways, it pans; a drag pans and scrolls; a double click fits.
 */
import type { TimelineClient } from "./timeline-client.ts";

/** A notch of a wheel (120 px) zooms by a quarter. */
const perPixel = Math.log(1.25) / 120;
/** A pinch arrives as a wheel with ctrl and much smaller steps. */
const perPixelOfPinch = 0.01;
const pixelsPerLine = 16;

/** Listens on the canvas. Returns what ends it. */
export function listenToGestures(canvas: HTMLCanvasElement, timeline: TimelineClient): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let dragging: number | undefined;

  canvas.addEventListener("wheel", (event) => onWheel(event, timeline), { passive: false, signal });
  canvas.addEventListener("dblclick", () => timeline.fit(), { signal });
  canvas.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0) return;
      dragging = event.pointerId;
      canvas.setPointerCapture(event.pointerId);
      canvas.classList.add("dragging");
    },
    { signal },
  );
  canvas.addEventListener(
    "pointermove",
    (event) => {
      if (dragging === event.pointerId) {
        if (event.movementX !== 0) timeline.pan(event.movementX);
        if (event.movementY !== 0) timeline.scroll(-event.movementY);
      }
      timeline.point({ x: event.offsetX, y: event.offsetY });
    },
    { signal },
  );
  const drop = () => {
    dragging = undefined;
    canvas.classList.remove("dragging");
  };
  canvas.addEventListener("pointerup", drop, { signal });
  canvas.addEventListener("pointercancel", drop, { signal });
  canvas.addEventListener("pointerleave", () => timeline.point(), { signal });
  return () => listening.abort();
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
