/** Headers that are long lists. */
import { clock, type HostileRecording, ids, lane, recording } from "./recording-lines.ts";

export const headers: readonly HostileRecording[] = [
  {
    name: "clocks",
    many: 150_000,
    *lines(count) {
      yield* recording({ clocks: ids(count).map((id) => ({ ...clock, id })), lanes: [lane(0)] }, [
        { lane: 0, kind: "run" },
      ]);
    },
  },
  {
    name: "modes",
    many: 500_000,
    isRefused: true,
    *lines(count) {
      yield* recording({ modes: ids(count).map((id) => `mode ${id}`), lanes: [lane(0)] }, []);
    },
  },
  {
    name: "bad-modes",
    many: 500_000,
    isRefused: true,
    *lines(count) {
      yield* recording({ modes: ids(count), lanes: [lane(0)] }, []);
    },
  },
  {
    name: "empty-lanes",
    many: 2_000_000,
    isRefused: true,
    *lines(count) {
      yield* recording({ lanes: ids(count).map(() => ({})) }, []);
    },
  },
  {
    name: "empty-producers",
    many: 500_000,
    isRefused: true,
    *lines(count) {
      yield* recording({ producers: ids(count).map(() => ({})) }, []);
    },
  },
  {
    name: "empty-clocks",
    many: 500_000,
    isRefused: true,
    *lines(count) {
      yield* recording({ clocks: ids(count).map(() => ({})) }, []);
    },
  },
  {
    name: "parameters",
    many: 300_000,
    *lines(count) {
      const params = Object.fromEntries(ids(count).map((id) => [`p${id}`, { a: [id] }]));
      yield* recording({ params, lanes: [lane(0)] }, [{ lane: 0, kind: "run" }]);
    },
  },
];
