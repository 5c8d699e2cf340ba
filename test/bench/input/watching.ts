/**
 * What is put into the page and into its timeline's worker to know when things happen, in ms of the wall clock. Each runs
 * there alone: it refers to nothing outside of itself.
 */

/** In the worker: for each frame when the last command before it was heard, and when it was drawn. */
export function watchFrames(): void {
  const now = (): number => performance.timeOrigin + performance.now();
  const drawn: { readonly heard: number; readonly ended: number }[] = [];
  let heard = 0;
  Reflect.set(globalThis, "drawn", drawn);
  globalThis.addEventListener("message", () => {
    heard = now();
  });
  const request = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (frame) =>
    request((time) => {
      const before = heard;
      frame(time);
      drawn.push({ heard: before, ended: now() });
      if (drawn.length > 64) drawn.shift();
    });
}

/** In the page: when it got the last input. */
export function watchInputs(): void {
  for (const type of ["wheel", "pointermove", "pointerup"]) {
    globalThis.addEventListener(
      type,
      (event) => {
        Reflect.set(globalThis, "inputAt", performance.timeOrigin + event.timeStamp);
      },
      { capture: true, passive: true },
    );
  }
}
