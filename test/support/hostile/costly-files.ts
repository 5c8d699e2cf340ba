/** The files made so that a careless reader of them never ends. */
import {
  type CostlyFile,
  file,
  header,
  joins,
  lane,
  lanesOf,
  process,
  producer,
  thread,
  times,
} from "./costly-lines.ts";

export type { CostlyFile } from "./costly-lines.ts";

export const costlyFiles: readonly CostlyFile[] = [
  {
    name: "circle-of-waits",
    size: 150_000,
    lines: (size) =>
      file(
        header(),
        times(size, (i) => joins(lane(i), lane((i + 1) % size))),
      ),
  },
  {
    name: "chain-into-a-circle",
    size: 60_000,
    lines: (size) =>
      file(
        header(),
        times(size / 2, (i) => joins(lane(i), lane((i + 1) % (size / 2)))),
        times(size / 2, (i) => joins(lane(size / 2 + i), lane(size / 2 + i - 1))),
      ),
  },
  {
    name: "circle-closed-again-and-again",
    size: 60_000,
    lines: (size) =>
      file(
        header(),
        times(size / 2, (i) => joins(lane(i), lane((i + 1) % (size / 2)))),
        times(size / 2, (i) => (i % 2 === 0 ? { lane: lane(0), kind: "run" } : joins(lane(0), lane(1)))),
      ),
  },
  {
    name: "overlapping-runs",
    size: 12_000,
    lines: (size) =>
      file(
        header({ lanes: lanesOf(size, "thread") }),
        times(size, (i) => ({ lane: lane(i), kind: "run" })),
        times(size, (i) => ({ lane: lane(i), kind: "wait", why: "sleep" })),
      ),
  },
  {
    name: "holes",
    size: 60_000,
    lines: (size) =>
      file(
        header(),
        times(size, (i) => ({ s: 2 * i + 1, kind: "run" })),
      ),
  },
  {
    name: "holes-filled",
    size: 120_000,
    lines: (size) =>
      file(
        header(),
        times(size / 2, (i) => ({ s: 2 * i + 1, kind: "run" })),
        times(size / 2, (i) => ({ s: size - 2 * i, kind: "run" })),
      ),
  },
  {
    name: "joins-of-one-lane",
    size: 60_000,
    lines: (size) =>
      file(
        header({ lanes: lanesOf(1, "thread") }),
        times(size, () => ({ kind: "join.ended", target: lane(0), how: "ended" })),
      ),
  },
  {
    name: "clocks",
    size: 150_000,
    lines: (size) =>
      file(
        header({ clocks: Array.from({ length: size }, (_, id) => ({ id, kind: "performance", errorUs: 5 })) }),
        times(1, () => ({ kind: "run" })),
      ),
  },
  {
    name: "in-reverse",
    size: 150_000,
    lines: (size) =>
      file(
        header(),
        times(size, (i) => ({
          t: size - i,
          kind: i % 2 === 0 ? "run" : "wait",
          ...(i % 2 === 0 ? {} : { why: "sleep" }),
        })),
      ),
  },
  {
    name: "signals-in-reverse",
    size: 120_000,
    lines: (size) =>
      file(
        header(),
        times(size / 2, (i) => ({ t: 0, kind: "signal.set", id: [producer, i] })),
        times(size / 2, (i) => ({ t: size - i, kind: "signal.seen", id: [producer, i] })),
      ),
  },
  {
    name: "messages-in-reverse",
    size: 120_000,
    lines: (size) =>
      file(
        header(),
        times(size, (i) =>
          i % 2 === 0
            ? { t: size - i, kind: "message.sent", id: [producer, i], to: thread, channel: "c", bytes: 1 }
            : { t: size - i, kind: "message.received", id: [producer, i - 1], from: thread, channel: "c", bytes: 1 },
        ),
      ),
  },
  {
    name: "output-in-reverse",
    size: 150_000,
    lines: (size) =>
      file(
        header(),
        times(size, (i) => ({ t: size - i, kind: "output", text: `${i}\n` })),
      ),
  },
  {
    name: "chain-of-lanes",
    size: 100_000,
    lines: (size) =>
      file(
        header({ lanes: lanesOf(size, "thread", (i) => (i === 0 ? process : lane(i - 1))) }),
        times(size, (i) => ({ lane: lane(size - 1 - i), kind: "lane.ended", how: "open" })),
      ),
  },
  {
    name: "circle-of-lanes",
    size: 150_000,
    lines: (size) =>
      file(
        header({ lanes: lanesOf(size, "thread", (i) => lane((i + 1) % size)) }),
        times(size, (i) => ({ lane: lane(i), kind: "lane.created" })),
      ),
  },
  {
    name: "cancels-of-one-lane",
    size: 100_000,
    lines: (size) =>
      file(
        header(),
        times(size / 2, (i) => ({ kind: "cancel.requested", target: lane(0), id: [producer, i] })),
        times(size / 2, (i) => ({ lane: lane(0), kind: "cancel.delivered", id: [producer, i] })),
      ),
  },
  {
    name: "cancels-of-many-lanes",
    size: 100_000,
    lines: (size) =>
      file(
        header(),
        times(size / 2, (i) => ({ kind: "cancel.requested", target: lane(i), id: [producer, i] })),
        times(size / 2, (i) => ({ lane: lane(i), kind: "lane.ended", how: "cancelled" })),
      ),
  },
  {
    name: "blocked-loops",
    size: 120_000,
    lines: (size) =>
      file(
        header({ lanes: lanesOf(size / 2, "task") }),
        times(size, (i) => ({
          t: i * 1e5,
          lane: lane(i >> 1),
          kind: i % 2 === 0 ? "wait" : "run",
          ...(i % 2 === 0 ? { why: "block", ms: 60 } : {}),
        })),
      ),
  },
  {
    name: "arrows-between-many-lanes",
    size: 100_000,
    lines: (size) =>
      file(
        header({ lanes: lanesOf(size / 2, "thread") }),
        times(size, (i) => {
          const at = { lane: lane(i >> 1), channel: "c", bytes: 1 };
          return i % 2 === 0
            ? { ...at, kind: "message.sent", id: [producer, i], to: thread }
            : { ...at, lane: thread, kind: "message.received", id: [producer, i - 1], from: thread };
        }),
      ),
  },
  {
    name: "long-texts",
    size: 400,
    lines: (size) =>
      file(
        header(),
        times(size, () => ({ kind: "output", text: "x".repeat(65_000) })),
      ),
  },
  {
    name: "lanes-of-nothing",
    size: 2_000_000,
    lines: (size) => file(header().replace('"lanes":[', `"lanes":[${"{},".repeat(size)}`), []),
    refused: /line 1: the header's "lanes\.0\.id"/,
  },
  {
    name: "modes-of-numbers",
    size: 2_000_000,
    lines: (size) => file(header().replace('"modes":[', `"modes":[${"0,".repeat(size)}`), []),
    refused: /line 1: the header's "modes"/,
  },
  {
    name: "clocks-of-nothing",
    size: 1_000_000,
    lines: (size) => file(header().replace('"clocks":[', `"clocks":[${"{},".repeat(size)}`), []),
    refused: /line 1: the header's "clocks\.0\.id"/,
  },
];
