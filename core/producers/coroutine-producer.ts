/**
 * The coroutines as a producer: main's messages in, the present run's doings out. It lives as long as its page or
 * worker and has one run at a time.
 */
import { Channel } from "../contract/channel.ts";
import { payloadBytes } from "../contract/envelope.ts";
import { fromProducer, toProducer } from "../contract/producer-protocol.ts";
import type { EventRef } from "../trace/ids.ts";
import { ClockPings } from "./clock-pings.ts";
import type { CoroutineEnvironment } from "./coroutine-environment.ts";
import { type CoroutinePreparation, CoroutineRun } from "./coroutine-run.ts";

export class CoroutineProducer {
  readonly #environment: CoroutineEnvironment;
  readonly #channel: Channel<typeof fromProducer, typeof toProducer>;
  readonly #pings: ClockPings;
  #run: CoroutineRun | undefined;

  constructor(environment: CoroutineEnvironment) {
    this.#environment = environment;
    const ofRun = (run: number) => (this.#run?.run === run ? this.#run : undefined);
    this.#channel = new Channel({
      name: "coroutines ⇄ main",
      wire: environment.wire,
      outgoing: fromProducer,
      incoming: toProducer,
      handlers: {
        prepare: (preparation) => this.#prepare(preparation),
        start: ({ run, origin }) => ofRun(run)?.start(origin),
        cancel: ({ run }) => ofRun(run)?.cancel(),
        stop: ({ run }) => ofRun(run)?.stop(),
        // A page is asked for no calls.
        call: () => {},
        settled: (settled) => ofRun(settled.run)?.settled(settled),
        finish: ({ run }) => ofRun(run)?.finish(),
        acknowledge: ({ next }) => this.#run?.outbox.recorder.acknowledge(next),
        pong: ({ raw, main }) => this.#pings.answered(raw, main),
        beat: () => this.#channel.send("beat", {}),
      },
    });
    this.#pings = new ClockPings({
      now: environment.now,
      every: environment.every,
      ping: (raw) => this.#channel.send("ping", { raw }),
    });
  }

  /** Records that the page asks something of main, while a run is on: the name to send along. */
  sent(type: string, payload: unknown): EventRef | undefined {
    return this.#run?.sent(type, payloadBytes(payload));
  }

  /** The port is gone: the program is left where it stands. */
  close(): void {
    this.#run?.giveUp();
    this.#run = undefined;
    this.#channel.close();
  }

  #prepare(preparation: CoroutinePreparation): void {
    this.#run?.giveUp();
    const run = new CoroutineRun(preparation, this.#environment, this.#channel, this.#pings);
    this.#run = run;
    this.#channel.record(run.messages);
    const ready = () => this.#channel.send("prepared", { run: preparation.run });
    if (this.#environment.onMainClock) ready();
    else this.#pings.measure(ready);
  }
}
