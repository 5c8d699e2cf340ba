/** Many lanes, and lanes in chains and circles. */
import { created, type HostileRecording, ids, lane, recording } from "./recording-lines.ts";

export const lanes: readonly HostileRecording[] = [
  {
    name: "lanes-that-never-stop-running",
    many: 12_000,
    *lines(count) {
      const lanes = ids(count);
      const runs = lanes.map((id) => ({ lane: id, kind: "run" }));
      yield* recording({ lanes: lanes.map((id) => lane(id)) }, created(lanes, runs));
    },
  },
  {
    name: "tasks-of-one-loop-that-all-run",
    many: 12_000,
    *lines(count) {
      const tasks = ids(count).map((id) => id + 1);
      const lanes = [lane(0, { kind: "loop" }), ...tasks.map((id) => lane(id, { kind: "task", parent: 0 }))];
      yield* recording(
        { lanes: lanes.map((each) => ({ ...each, runtime: "coroutines" })) },
        tasks.map((id) => ({ lane: id, kind: "run" })),
      );
    },
  },
  {
    name: "a-chain-of-lanes",
    many: 100_000,
    *lines(count) {
      const lanes = ids(count).map((id) => lane(id, { kind: "process", ...(id === 0 ? {} : { parent: id - 1 }) }));
      yield* recording({ lanes }, [{ lane: count - 1, kind: "run" }]);
    },
  },
  {
    name: "a-chain-of-lanes-backwards",
    many: 100_000,
    *lines(count) {
      const lanes = ids(count).map((id) =>
        lane(id, { kind: "process", ...(id === count - 1 ? {} : { parent: id + 1 }) }),
      );
      yield* recording({ lanes }, [{ lane: 0, kind: "run" }]);
    },
  },
  {
    name: "a-circle-of-lanes",
    many: 150_000,
    *lines(count) {
      yield* recording({ lanes: ids(count).map((id) => lane(id, { parent: (id + 1) % count })) }, [
        { lane: 0, kind: "run" },
      ]);
    },
  },
  {
    name: "one-lane-created-again-and-again",
    many: 60_000,
    *lines(count) {
      yield* recording(
        { lanes: [lane(0)] },
        created(
          ids(count).map(() => 0),
          [],
        ),
      );
    },
  },
  {
    name: "turns-that-never-end",
    many: 60_000,
    *lines(count) {
      const turns = ids(count).map((n) => ({ lane: 0, kind: "turn.began", n }));
      yield* recording({ lanes: [lane(0, { kind: "loop" })] }, turns);
    },
  },
];
