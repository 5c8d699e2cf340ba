/**
 * The page as the producer that runs the coroutines: on the page's own thread, as the lesson says. It is made anew
 * for each port that main gives the page.
 */
import { effect, type ReadonlySignal } from "@preact/signals";
import { HostedEventLoop } from "../../core/asyncio/hosted-loop.ts";
import type { RequestType } from "../../core/contract/page-api.ts";
import { CoroutineProducer } from "../../core/producers/coroutine-producer.ts";
import type { EventRef } from "../../core/trace/ids.ts";
import { coroutinePrograms } from "../../lessons/coroutine-programs.ts";
import { PageHost } from "../hosts/page-host.ts";
import { portWire } from "../ports/port-wire.ts";
import { after, every, pageMicros } from "./page-clock.ts";

export interface PageProducer {
  /** Names the `message.sent` event of a request to main; undefined while no recording takes it. */
  readonly recordSent: (type: RequestType, payload: unknown) => EventRef | undefined;
}

/** Runs what main asks for over the port, and over each port that replaces it. */
export function producePage(port: ReadonlySignal<MessagePort | undefined>): PageProducer {
  let producer: CoroutineProducer | undefined;
  effect(() => {
    producer?.close();
    producer = port.value === undefined ? undefined : producerOn(port.value);
  });
  return { recordSent: (type, payload) => producer?.sent(type, payload) };
}

function producerOn(port: MessagePort): CoroutineProducer {
  return new CoroutineProducer({
    wire: portWire(port),
    processName: (pid) => `renderer ${pid}`,
    now: pageMicros,
    onMainClock: false,
    createLoop: () => new HostedEventLoop(new PageHost()),
    programs: coroutinePrograms,
    after,
    every,
  });
}
