/**
 * What becomes of a page whose process died: it is loaded again, later and later when it dies again, and when it dies as
 * fast as it loads the person is asked. Invariant: one load at a time is due, and none while the question is open.
 */
import type { RestartPolicy } from "./restart-policy.ts";

export interface PageRevivalOptions {
  readonly restarts: RestartPolicy;
  readonly after: (ms: number, action: () => void) => () => void;
  readonly load: () => void;
  /** Whether to load the page once more, after so many deaths. */
  readonly askToGoOn: (deaths: number) => Promise<boolean>;
  /** The person wants no more. */
  readonly end: () => void;
}

export class PageRevival {
  readonly #options: PageRevivalOptions;

  constructor(options: PageRevivalOptions) {
    this.#options = options;
  }

  /** The page's process has died. Settled when what follows is arranged, or answered. */
  async died(): Promise<void> {
    const { restarts, after, load, askToGoOn, end } = this.#options;
    const delay = restarts.died();
    if (delay === 0) {
      load();
    } else if (delay !== undefined) {
      after(delay, load);
    } else if (await askToGoOn(restarts.deaths)) {
      restarts.forget();
      load();
    } else {
      end();
    }
  }
}
