/** Waits, requests and causes in chains and circles, and what never ends. */
import { created, type HostileRecording, ids, lane, recording } from "./recording-lines.ts";

export const waits: readonly HostileRecording[] = [
  {
    name: "a-circle-of-waits",
    many: 150_000,
    *lines(count) {
      const lanes = ids(count);
      const waits = lanes.map((id) => ({ lane: id, kind: "join.began", target: (id + 1) % count }));
      yield* recording({ lanes: lanes.map((id) => lane(id)) }, waits);
    },
  },
  {
    name: "a-chain-into-a-circle",
    many: 60_000,
    *lines(count) {
      const lanes = ids(count);
      const waits = lanes.map((id) => ({ lane: id, kind: "join.began", target: id + 1 < count ? id + 1 : count >> 1 }));
      yield* recording({ lanes: lanes.map((id) => lane(id)) }, waits);
    },
  },
  {
    name: "a-chain-of-waits-from-its-end",
    many: 60_000,
    *lines(count) {
      const lanes = ids(count);
      const waits = lanes.map((id) => ({
        lane: count - 1 - id,
        kind: "join.began",
        target: Math.max(0, count - 2 - id),
      }));
      yield* recording({ lanes: lanes.map((id) => lane(id)) }, waits);
    },
  },
  {
    name: "joins-without-an-end",
    many: 60_000,
    *lines(count) {
      const joins = ids(count).map((at) => ({ lane: at % 2, kind: "join.began", target: (at + 1) % 2 }));
      yield* recording({ lanes: [lane(0), lane(1)] }, joins);
    },
  },
  {
    name: "joins-of-many-targets",
    many: 60_000,
    *lines(count) {
      const lanes = ids(count + 1).map((id) => lane(id));
      const joins = ids(count).map((at) => ({ lane: 0, kind: "join.began", target: at + 1 }));
      yield* recording({ lanes }, joins);
    },
  },
  {
    name: "locks-asked-for-by-many",
    many: 50_000,
    *lines(count) {
      const lanes = [lane(0, { kind: "lock" }), ...ids(count).map((at) => lane(at + 1))];
      const asked = ids(count).map((at) => ({ lane: at + 1, kind: "lock.asked", lock: 0 }));
      yield* recording({ lanes }, [{ lane: 1, kind: "lock.taken", lock: 0 }, ...asked]);
    },
  },
  {
    name: "messages-never-received",
    many: 60_000,
    *lines(count) {
      const sent = ids(count).map((at) => ({
        lane: 0,
        kind: "message.sent",
        id: [0, at],
        to: 1,
        channel: "x",
        bytes: 1,
      }));
      yield* recording({ lanes: [lane(0), lane(1)] }, sent);
    },
  },
  {
    name: "messages-in-reverse",
    many: 60_000,
    *lines(count) {
      const sent = ids(count >> 1).map((at) => ({
        lane: 0,
        kind: "message.sent",
        id: [0, at],
        to: 1,
        channel: "x",
        bytes: 1,
      }));
      const received = ids(count >> 1).map((at) => ({
        lane: 1,
        kind: "message.received",
        id: [0, (count >> 1) - 1 - at],
        from: 0,
        channel: "x",
        bytes: 1,
      }));
      yield* recording({ lanes: [lane(0), lane(1)] }, [...sent, ...received]);
    },
  },
  {
    name: "cancels-never-delivered",
    many: 60_000,
    *lines(count) {
      const lanes = [lane(0, { kind: "task" }), lane(1, { kind: "task" })];
      const asked = ids(count).map((at) => ({ lane: 0, kind: "cancel.requested", target: 1, id: [0, at] }));
      yield* recording({ lanes }, created([0, 1], asked));
    },
  },
  {
    name: "causes-that-point-at-the-next",
    many: 60_000,
    *lines(count) {
      const runs = ids(count).map((at) => ({ lane: at % 2, kind: "run", cause: [0, at + 1] }));
      yield* recording({ lanes: [lane(0), lane(1)] }, runs);
    },
  },
];
