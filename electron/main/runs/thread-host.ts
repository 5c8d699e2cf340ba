/**
 * A thread host as main has it: a supervised utility process, its heartbeat, and the endpoint through which a run speaks
 * to it. Its producer ids are 16 to 271: the host itself first, then its worker threads.
 */
import { Heartbeat } from "../../../core/runs/heartbeat.ts";
import { ProducerEndpoint } from "../../../core/runs/producer-endpoint.ts";
import { producerId } from "../../../core/trace/ids.ts";
import { UtilityChild, type UtilityChildOptions } from "./utility-child.ts";

const firstProducer = producerId(16);
const producers = 256;
/** How long a host may take to say `bye` after Stop, ms. */
const patience = 500;

export interface ThreadHost {
  readonly child: UtilityChild;
  readonly endpoint: ProducerEndpoint;
  readonly heartbeat: Heartbeat;
}

/** What becomes of a host, told to whoever booted it. */
export interface ThreadHostListener {
  /** Called once, when the process has ended; `asked`: main had ended it. */
  readonly onGone: (reason: string, asked: boolean) => void;
  /** It has not answered for so many µs. */
  readonly onSilent: (silence: number) => void;
  /** It answers: for the first time, or again. */
  readonly onAnswering: () => void;
}

export interface ThreadHostOptions extends Omit<UtilityChildOptions, "onGone">, ThreadHostListener {
  /** Main's monotonic clock, µs. */
  readonly now: () => number;
  readonly onRefused: (reason: string) => void;
}

/** Takes charge of a process that was just forked. */
export function superviseThreadHost(options: ThreadHostOptions): ThreadHost {
  const { process, now, after, onRefused, onSilent, onAnswering } = options;
  const child = new UtilityChild({
    ...options,
    onGone: (reason, asked) => {
      heartbeat.stop();
      endpoint.lost(asked ? reason : `The utility process of the threads died (${reason}).`);
      options.onGone(reason, asked);
    },
  });
  const endpoint = new ProducerEndpoint({
    mode: "threads",
    wire: child.wire,
    producerBase: firstProducer,
    producers,
    clock: { id: 0, kind: "hrtime", errorUs: 0 },
    // Not known before the process has spawned; the host knows its own.
    pid: () => process.pid ?? 0,
    now,
    patience,
    kill: (reason) => child.end(reason),
    onRefused,
    onBeat: () => heartbeat.heard(),
  });
  const heartbeat = new Heartbeat({ now, after, ask: () => endpoint.beat(), onSilent, onAnswering });
  return { child, endpoint, heartbeat };
}
