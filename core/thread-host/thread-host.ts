/**
 * The thread host: what runs in a utility process, or in a worker of the command line, and never runs a program
 * itself. It answers main's commands, one run after another, and keeps workers booted for the next.
 */
import { Channel, type Wire } from "../contract/channel.ts";
import { fromProducer, toProducer } from "../contract/producer-protocol.ts";
import { HostRun, type Preparation } from "./host-run.ts";
import type { ThreadHostPlatform } from "./thread-host-platform.ts";
import { WorkerPool } from "./worker-pool.ts";

/** Workers kept booted between runs: MainThread's, the spinner's, and one for a start that follows at once. */
const spareWorkers = 3;

export class ThreadHost {
  readonly channel: Channel<typeof fromProducer, typeof toProducer>;
  readonly #platform: ThreadHostPlatform;
  readonly #pool: WorkerPool;
  #run: HostRun | undefined;

  constructor(wire: Wire, platform: ThreadHostPlatform) {
    this.#platform = platform;
    this.#pool = new WorkerPool(platform.boot, spareWorkers);
    const ofRun = (run: number) => (this.#run?.accepts(run) ? this.#run : undefined);
    this.channel = new Channel({
      name: "threads ⇄ main",
      wire,
      outgoing: fromProducer,
      incoming: toProducer,
      handlers: {
        prepare: (preparation) => void this.#prepare(preparation),
        start: ({ run }) => ofRun(run)?.start(),
        cancel: ({ run }) => ofRun(run)?.cancel(),
        stop: ({ run }) => void ofRun(run)?.stop(),
        call: (call) => ofRun(call.run)?.call(call),
        // It asks for no calls.
        settled: () => {},
        finish: ({ run }) => ofRun(run)?.finish(),
        acknowledge: ({ producer, next }) => this.#run?.acknowledge(producer, next),
        pong: () => {},
        beat: () => this.channel.send("beat", {}),
      },
    });
    this.#pool.warm();
  }

  /** A run that still goes on gives way to the next one. */
  async #prepare(preparation: Preparation): Promise<void> {
    await this.#run?.stop();
    this.#run = new HostRun(preparation, this.#platform, this.channel, this.#pool, () => this.#pool.warm());
  }
}
