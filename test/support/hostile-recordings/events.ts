/** Events of one kind, in an order or a number that nobody expects. */
import { clock, type HostileRecording, header, ids, lane, recording } from "./recording-lines.ts";

export const events: readonly HostileRecording[] = [
  {
    name: "holes",
    many: 60_000,
    *lines(count) {
      yield header({ lanes: [lane(0)] });
      for (const at of ids(count)) yield JSON.stringify({ p: 0, s: at * 2, t: at, lane: 0, kind: "output", text: "x" });
      yield JSON.stringify({ end: true, events: count, dropped: 0 });
    },
  },
  {
    name: "gaps-that-overlap",
    many: 60_000,
    *lines(count) {
      const gaps = ids(count).map((at) => ({
        s: count - at,
        lane: 0,
        kind: "gap",
        from: count - at,
        to: count * 2,
        reason: "x",
      }));
      yield* recording({ lanes: [lane(0)] }, gaps);
    },
  },
  {
    name: "clock-exchanges",
    many: 60_000,
    *lines(count) {
      const clocks = [clock, { id: 1, kind: "performance", errorUs: 5 }];
      const exchanges = ids(count).map((at) => ({
        lane: 0,
        kind: "clock",
        clock: 1,
        raw: at,
        main: at,
        rtt: (at * 7_919) % 1_000,
      }));
      yield* recording({ clocks, lanes: [lane(0)] }, exchanges);
    },
  },
  {
    name: "in-reverse",
    many: 150_000,
    *lines(count) {
      yield header({ lanes: [lane(0)] });
      for (const at of ids(count)) {
        yield JSON.stringify({
          p: 0,
          s: at,
          t: count - at,
          lane: 0,
          kind: at % 2 === 0 ? "run" : "wait",
          why: "sleep",
        });
      }
      yield JSON.stringify({ end: true, events: count, dropped: 0 });
    },
  },
  {
    name: "output-without-a-line-end",
    many: 60_000,
    *lines(count) {
      const outputs = ids(count).map(() => ({ lane: 0, kind: "output", text: "a line that never ends, and goes on " }));
      yield* recording({ lanes: [lane(0)] }, outputs);
    },
  },
  {
    name: "output-of-backspaces",
    many: 60_000,
    *lines(count) {
      const outputs = ids(count).map((at) => ({
        lane: 0,
        kind: "output",
        text: at % 2 === 0 ? "x".repeat(40) : "\b".repeat(40),
      }));
      yield* recording({ lanes: [lane(0)] }, outputs);
    },
  },
  {
    name: "unknown-kinds",
    many: 60_000,
    *lines(count) {
      yield* recording(
        { lanes: [lane(0)] },
        ids(count).map((at) => ({ lane: 0, kind: `kind ${at}` })),
      );
    },
  },
  {
    name: "timers-never-fired",
    many: 60_000,
    *lines(count) {
      const timers = ids(count).map((at) => ({ lane: 0, kind: "timer.set", id: [0, at], due: at }));
      yield* recording({ lanes: [lane(0, { kind: "loop" })] }, timers);
    },
  },
];
