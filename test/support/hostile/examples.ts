/**
 * One well-formed payload of each type of message that crosses a boundary, and what is known to be wrong in its place:
 * what mutations.ts spoils. Invariant: every type of every map is here, or this file does not compile; so no message can
 * be added that nothing attacks.
 */
import type { MessageMap, PayloadOf } from "../../../core/contract/envelope.ts";
import type { pageEvents, pageRequests } from "../../../core/contract/page-protocol.ts";
import type { fromProducer, toProducer } from "../../../core/contract/producer-protocol.ts";
import type { fromTimeline, toTimeline } from "../../../core/contract/timeline-protocol.ts";
import { createColumns } from "../../../core/trace/columns.ts";
import { producerId } from "../../../core/trace/ids.ts";
import { noJson } from "./junk.ts";

export interface Example<Payload = unknown> {
  readonly payload: Payload;
  /** Keys, at whatever depth, that may be absent. */
  readonly optional?: readonly string[];
  /** Keys below which anything that is JSON fits. */
  readonly free?: readonly string[];
  /** Values of the right type that do not fit, by the key that they are put under. */
  readonly bad?: Readonly<Record<string, readonly unknown[]>>;
}

export type Examples<Messages extends MessageMap> = {
  readonly [T in keyof Messages & string]: Example<PayloadOf<Messages, T>>;
};

const long = "x".repeat(70_000);
const noRun = [-1, 0, 0.5, 2 ** 53];
const noInteger = [0.5, 2 ** 53, Number.NaN];
const noProducer = [-1, 2_047, 0.5, 2 ** 32];
const noNumber = [-1, 0.5, 2 ** 32, 2 ** 53];
const batch = { producer: producerId(1), from: 0, count: 2, columns: createColumns(2), texts: ["a text"] };
const badBatch = {
  producer: noProducer,
  from: [...noNumber, 2 ** 32 - 1],
  count: [-1, 0, 1, 3, 65_537, 2 ** 31],
  texts: [[long], [1]],
  // A wrong type, a wrong length, a window on something larger.
  kind: [[0, 0], new Int8Array(2), new Uint8Array(3), new Uint8Array(1_000).subarray(2, 4)],
  t: [new Float32Array(2), new Float64Array(1), new Float64Array(9).subarray(7)],
};
const parameters = { job: 3 };

export const requestExamples: Examples<typeof pageRequests> = {
  "page.ready": { payload: {} },
  "run.start": {
    payload: { lesson: "one-job-two-ways", modes: ["threads"], parameters, calls: false },
    optional: ["calls"],
    free: ["parameters"],
    bad: {
      lesson: [long, "x".repeat(81)],
      modes: [[], ["fork"], ["threads", "threads", "threads", "threads"], Array(7_000).fill("threads")],
      parameters: [{ a: { b: 1 } }, { a: null }, { a: Number.NaN }, { ["k".repeat(41)]: 1 }, manyKeys(101)],
    },
  },
  "run.cancel": { payload: {} },
  "run.stop": { payload: {} },
  "recording.export": { payload: { format: "spinscope" }, bad: { format: ["exe", "", long, "__proto__"] } },
  "recording.toggle-earlier": { payload: {} },
  "file.open": { payload: {} },
  "file.cancel": { payload: {} },
  "file.dropped": { payload: { path: "" }, bad: { path: [long] } },
  "recovery.open": { payload: { number: -1 }, bad: { number: noInteger } },
  "recovery.save": { payload: { number: -1 }, bad: { number: noInteger } },
  "recovery.later": { payload: { number: -1 }, bad: { number: noInteger } },
  "theme.choose": { payload: { theme: "system" }, bad: { theme: ["pink", "", long, "constructor"] } },
  "page.report": {
    payload: { kind: "error", text: "said by a test" },
    bad: { kind: ["", "fatal", long], text: [long, "x".repeat(4_001)] },
  },
};

const call = { run: 1, call: 1, target: "slowFunction", args: "[1]" };
const noCall = {
  run: noRun,
  call: [0, -1, 0.5, 2 ** 33],
  target: ["", "$tellLoop", "a b", long],
  args: ["x".repeat(65_537)],
};
const settledCall = { run: 1, call: 1, how: "returned", value: 42, error: "none" } as const;
const noSettled = { run: noRun, call: [0, -1, 0.5], how: ["", "stopped", long], value: noJson(), error: [long] };

export const fromProducerExamples: Examples<typeof fromProducer> = {
  prepared: { payload: { run: 1 }, bad: { run: noRun } },
  producer: {
    payload: {
      run: 1,
      producer: { id: producerId(1), role: "coroutines", pid: 1, thread: 0, epoch: 0, clock: 1, tail: "known" },
    },
    bad: { run: noRun, id: noProducer, role: ["root", long], pid: [-1, 0.5], clock: [-1, 0.5], tail: ["", long] },
  },
  batch: { payload: { run: 1, batch }, bad: { run: noRun, ...badBatch } },
  ended: {
    payload: { run: 1, outcome: { how: "returned", value: 42, error: "none" } },
    optional: ["value", "error"],
    free: ["value"],
    bad: { run: noRun, how: ["", "escaped", long], value: noJson(), error: [long] },
  },
  call: { payload: call, bad: noCall },
  settled: { payload: settledCall, optional: ["value", "error"], free: ["value"], bad: noSettled },
  bye: {
    payload: { run: 1, last: [{ producer: producerId(1), lastSeq: 0 }] },
    bad: {
      run: noRun,
      producer: noProducer,
      lastSeq: [-2, 0.5, 2 ** 32, 2 ** 53],
      last: [[{}], [1], Array(7_000).fill({ producer: producerId(1), lastSeq: 0 })],
    },
  },
  ping: { payload: { raw: 1 } },
  beat: { payload: {} },
};

export const toProducerExamples: Examples<typeof toProducer> = {
  prepare: {
    payload: {
      run: 1,
      lesson: "one-job-two-ways",
      parameters,
      producerBase: producerId(1),
      producers: 1,
      epoch: 0,
      clock: 0,
      pid: 1,
      program: false,
      serves: false,
    },
    free: ["parameters"],
    bad: { run: noRun, lesson: [long], producerBase: noProducer, producers: [0, -1], epoch: [-1], pid: [-1, 0.5] },
  },
  start: { payload: { run: 1, origin: 0 }, bad: { run: noRun } },
  cancel: { payload: { run: 1 }, bad: { run: noRun } },
  stop: { payload: { run: 1 }, bad: { run: noRun } },
  call: { payload: call, bad: noCall },
  settled: { payload: settledCall, optional: ["value", "error"], free: ["value"], bad: noSettled },
  finish: { payload: { run: 1 }, bad: { run: noRun } },
  acknowledge: { payload: { producer: producerId(1), next: 1 }, bad: { producer: noProducer, next: noNumber } },
  pong: { payload: { raw: 1, main: 1 } },
  beat: { payload: {} },
};

export const toTimelineExamples: Examples<typeof toTimeline> = {
  begin: {
    payload: { run: 1, lesson: "one-job-two-ways", modes: ["threads"], parameters },
    free: ["parameters"],
    bad: { run: [0.5, 2 ** 53], modes: [["fork"]] },
  },
  batch: { payload: { run: 1, batch }, bad: { run: [0.5, 2 ** 53], ...badBatch } },
  alignment: { payload: { run: 1, errorUs: 80 }, bad: { run: [0.5, 2 ** 53] } },
  end: { payload: { run: 1, end: 1, dropped: 0 }, bad: { run: [0.5, 2 ** 53], dropped: [0.5] } },
};

export const fromTimelineExamples: Examples<typeof fromTimeline> = {
  taken: { payload: { run: 1, events: 1 }, bad: { run: [0.5, 2 ** 53], events: [0.5, 2 ** 53] } },
};

export const pageEventExamples: Examples<typeof pageEvents> = {
  "run.state": {
    payload: { phase: "idle", lesson: "", modes: [], cancelled: false, events: 0, dropped: 0, errorUs: null },
    free: ["errorUs"],
    bad: { phase: ["", "dead"], modes: [[{}]], events: [0.5], dropped: [0.5] },
  },
  "recording.state": {
    payload: { shown: null, earlier: "none", opening: null },
    free: ["shown", "opening"],
    bad: { shown: [{}], opening: [{}], earlier: ["", "lost"] },
  },
  "recovery.state": {
    payload: {
      offers: [
        { number: -1, lesson: "one-job-two-ways", started: "", events: 1, setAside: "a.corrupt", isPostponed: false },
      ],
    },
    optional: ["setAside"],
    bad: { offers: [[{}], [1]], number: noInteger, events: [0.5] },
  },
  theme: { payload: { theme: "dark" }, bad: { theme: ["pink"] } },
  problem: { payload: { sentence: "said by a test" } },
  notices: { payload: { sentences: ["said by a test"] }, bad: { sentences: [{}, [1]] } },
  "menu.command": { payload: { command: "fit" }, bad: { command: ["quit", ""] } },
  saved: { payload: { ok: true }, bad: { ok: [] } },
};

function manyKeys(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`key ${index}`, index]));
}
