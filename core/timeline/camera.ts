/**
 * What part of time is in sight, and why: it follows a run that grows, shows all of it, or stays where a person put it.
 * Invariant: a person's own zoom or pan is never taken away from them, except by their fit or follow, or a new run.
 */
import { around, clamp, type Extent, fitAll, follow, pan, reveal, type Viewport, zoom } from "./viewport.ts";

/** `follow`: the last part of what grows · `all`: all of it · `free`: where a person put it. */
export type CameraMode = "follow" | "all" | "free";

export class Camera {
  #mode: CameraMode = "follow";
  #view: Viewport = follow({ first: 0, end: 0 }, 1_000);
  #extent: Extent = { first: 0, end: 0 };
  #pixels = 1_000;
  #live = false;

  get mode(): CameraMode {
    return this.#mode;
  }

  get view(): Viewport {
    return this.#view;
  }

  /** A new recording: it is followed. */
  reset(): void {
    this.#mode = "follow";
  }

  /** The recording and the canvas as they are now. `pixels`: width of the time scale. Returns what is in sight. */
  update(extent: Extent, pixels: number, live: boolean): Viewport {
    this.#extent = extent;
    this.#pixels = pixels;
    this.#live = live;
    this.#apply();
    return this.#view;
  }

  /** `factor` above 1 shows less time, about the instant `at` (µs), or about the middle. */
  zoom(factor: number, at = (this.#view.from + this.#view.to) / 2): void {
    this.#mode = "free";
    this.#view = zoom(this.#view, at, factor, this.#extent);
  }

  /** The picture moves by `dx` px to the right. */
  pan(dx: number): void {
    if (dx === 0) return;
    this.#mode = "free";
    this.#view = pan(this.#view, (-dx * (this.#view.to - this.#view.from)) / this.#pixels, this.#extent);
  }

  /** The earliest instant in sight is `from`, µs. */
  moveTo(from: number): void {
    this.#mode = "free";
    this.#view = pan(this.#view, from - this.#view.from, this.#extent);
  }

  /** Shows `from` … `to` (µs), with room on either side. */
  showRange(from: number, to: number): void {
    this.#mode = "free";
    this.#view = around(from, to, this.#extent);
  }

  /** Moves as little as it has to for `from` … `to` (µs) to be in sight, or its beginning, if it is too long. */
  reveal(from: number, to: number): void {
    const view = reveal(this.#view, from, to);
    if (view === this.#view) return;
    this.#mode = "free";
    this.#view = clamp(view, this.#extent);
  }

  fit(): void {
    this.#mode = "all";
    this.#apply();
  }

  /** Off: it stays where it is. */
  follow(on: boolean): void {
    this.#mode = on ? "follow" : "free";
    this.#apply();
  }

  #apply(): void {
    if (this.#mode === "free") this.#view = clamp(this.#view, this.#extent);
    else if (this.#mode === "follow" && this.#live) this.#view = follow(this.#extent, this.#pixels);
    else this.#view = fitAll(this.#extent, this.#pixels);
  }
}
