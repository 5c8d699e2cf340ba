/**
 * Main's side of one loaded page: the producer that runs the coroutines and the feed of its timeline, each over a port
 * of its own. A page that loads again gets new ports; one that main gave up on gets a new `coroutines` port, so that
 * the next run does not hear the last one's stragglers.
 * Invariant: at most one page is connected; a run whose page is gone is told so.
 */
import type { Wire } from "../../../core/contract/channel.ts";
import type { PortName } from "../../../core/contract/page-protocol.ts";
import { ProducerEndpoint } from "../../../core/runs/producer-endpoint.ts";
import { producerId } from "../../../core/trace/ids.ts";

const firstProducer = producerId(1);
const producers = 15;
/** How long the page may take to say `bye` after Stop, ms. */
const patience = 500;

export interface PageConnectionOptions {
  /** Makes a port pair, gives the page one end under that name, and returns the wire over the other. */
  readonly openPort: (name: PortName, onClosed: () => void) => Wire;
  /** The timeline's port is open: feed it. */
  readonly onTimeline: (wire: Wire) => void;
  readonly onTimelineClosed: (wire: Wire) => void;
  /** The page's process, as the system numbers it. */
  readonly pid: () => number;
  /** Main's monotonic clock, µs. */
  readonly now: () => number;
  readonly onRefused: (reason: string) => void;
}

export class PageConnection {
  readonly #options: PageConnectionOptions;
  #coroutines: ProducerEndpoint | undefined;

  constructor(options: PageConnectionOptions) {
    this.#options = options;
  }

  /** The page as a producer; `undefined` while none is connected. */
  get coroutines(): ProducerEndpoint | undefined {
    return this.#coroutines;
  }

  /** A page has loaded: the one before it is gone. */
  connect(): void {
    this.disconnect("The page was loaded again.");
    this.#connectCoroutines();
    const timeline = this.#options.openPort("timeline", () => this.#options.onTimelineClosed(timeline));
    this.#options.onTimeline(timeline);
  }

  /** The page is gone: what it ran is lost. `reason` is a sentence. */
  disconnect(reason: string): void {
    const endpoint = this.#coroutines;
    this.#coroutines = undefined;
    endpoint?.lost(reason);
  }

  #connectCoroutines(): void {
    const wire = this.#options.openPort("coroutines", () => {
      if (this.#coroutines === endpoint) this.disconnect("The page was closed or died.");
    });
    const endpoint: ProducerEndpoint = new ProducerEndpoint({
      mode: "coroutines",
      wire,
      producerBase: firstProducer,
      producers,
      clock: { id: 1, kind: "performance", errorUs: 0 },
      pid: this.#options.pid,
      now: this.#options.now,
      patience,
      // A page can't be ended from here without its window: main stops listening to that run instead.
      kill: (reason) => {
        // First: closing a port tells its own close at once, and that would be taken for the page's.
        if (this.#coroutines === endpoint) this.#connectCoroutines();
        endpoint.lost(reason);
      },
      onRefused: this.#options.onRefused,
    });
    this.#coroutines = endpoint;
  }
}
