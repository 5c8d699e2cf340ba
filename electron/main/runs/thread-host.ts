/**
 * A thread host as main has it: a supervised utility process and the endpoint through which a run speaks to it. Its
 * producer ids are 16 to 271: the host itself first, then its worker threads.
 */
import { ProducerEndpoint } from "../../../core/runs/producer-endpoint.ts";
import { producerId } from "../../../core/trace/ids.ts";
import { type ForkedProcess, UtilityChild } from "./utility-child.ts";

const firstProducer = producerId(16);
const producers = 256;
/** How long a host may take to say `bye` after Stop, ms. */
const patience = 500;

export interface ThreadHost {
  readonly child: UtilityChild;
  readonly endpoint: ProducerEndpoint;
}

export interface ThreadHostOptions {
  readonly name: string;
  readonly process: ForkedProcess;
  /** Main's monotonic clock, µs. */
  readonly now: () => number;
  readonly onRefused: (reason: string) => void;
  /** Called once, when the process has ended; `asked`: main had ended it. */
  readonly onGone: (reason: string, asked: boolean) => void;
}

/** Takes charge of a process that was just forked. */
export function superviseThreadHost(options: ThreadHostOptions): ThreadHost {
  const child = new UtilityChild(options.name, options.process, (reason, asked) => {
    endpoint.lost(asked ? reason : `The utility process of the threads died (${reason}).`);
    options.onGone(reason, asked);
  });
  const endpoint = new ProducerEndpoint({
    mode: "threads",
    wire: child.wire,
    producerBase: firstProducer,
    producers,
    clock: { id: 0, kind: "hrtime", errorUs: 0 },
    // Not known before the process has spawned; the host knows its own.
    pid: () => options.process.pid ?? 0,
    now: options.now,
    patience,
    kill: (reason) => child.end(reason),
    onRefused: options.onRefused,
  });
  return { child, endpoint };
}
