/**
 * What becomes of an app whose GPU process dies. Chromium starts it again, and after three deaths falls back from the
 * graphics card to drawing in software; where nothing is left to fall back to, it ends the app, and with it the run. So its
 * limit is lifted once the drawing is in software, where a death is no sign of a bad driver. Invariant: what dies as fast as
 * it starts is a notice, as long as it does.
 */
import type { RestartPolicy } from "./restart-policy.ts";

/** Without a death for so long the trouble has passed, ms. */
const quiet = 60_000;

export interface GraphicsWatchOptions {
  readonly restarts: RestartPolicy;
  readonly after: (ms: number, action: () => void) => () => void;
  /** Whether the graphics card draws. */
  readonly isAccelerated: () => boolean;
  /** Has Chromium start the process again, however often it dies. */
  readonly liftLimit: () => void;
  /** It dies again and again, so many times of late; undefined: not any more. */
  readonly onTrouble: (deaths: number | undefined) => void;
}

export class GraphicsWatch {
  readonly #options: GraphicsWatchOptions;
  #stopWaiting = (): void => {};

  constructor(options: GraphicsWatchOptions) {
    this.#options = options;
  }

  /** The GPU process has died. */
  died(): void {
    const { restarts, after, isAccelerated, liftLimit, onTrouble } = this.#options;
    if (!isAccelerated()) liftLimit();
    if (restarts.died() !== undefined) return;
    onTrouble(restarts.deaths);
    this.#stopWaiting();
    this.#stopWaiting = after(quiet, () => onTrouble(undefined));
  }
}
