/**
 * Small recordings that somebody made to cost much: valid line by line, and of a shape for which a careless reader takes time
 * or memory beyond measure. Each is some MB and a few ten thousand events, as lines.
 */

export interface HostileRecording {
  readonly name: string;
  /** How many of what it is made of: its cost may grow in proportion. */
  readonly lines: (count: number) => Iterable<string>;
  /** Of so many it is some MB. */
  readonly many: number;
  /** Whether it is refused as no recording at all. */
  readonly isRefused?: true;
}

type Fields = Readonly<Record<string, unknown>>;

interface HeaderParts {
  readonly clocks?: readonly Fields[];
  readonly producers?: readonly Fields[];
  readonly lanes?: readonly unknown[];
  readonly modes?: readonly unknown[];
  readonly params?: Fields;
}

const clock = { id: 0, kind: "hrtime", errorUs: 0 };
const producer = { id: 0, role: "threads", pid: 1, thread: 0, epoch: 0, clock: 0, tail: "known" };

function header({
  clocks = [clock],
  producers = [producer],
  lanes = [],
  modes = ["threads"],
  params = {},
}: HeaderParts) {
  const about = { app: "", lesson: "x", modes, params, started: "", host: {} };
  return JSON.stringify({ format: "spinscope", version: 1, ...about, clocks, producers, lanes });
}

const lane = (id: number, more: Fields = {}): Fields => ({
  id,
  kind: "thread",
  name: `lane ${id}`,
  runtime: "threads",
  ...more,
});

const ids = (count: number) => Array.from({ length: count }, (_, id) => id);

/** The events with their numbers and stamps, each a µs after the one before, and the footer. */
function* events(list: Iterable<Fields>): Generator<string> {
  let s = 0;
  for (const event of list) {
    yield JSON.stringify({ p: 0, s, t: s, ...event });
    s += 1;
  }
  yield JSON.stringify({ end: true, events: s, dropped: 0 });
}

function* recording(parts: HeaderParts, list: Iterable<Fields>): Generator<string> {
  yield header(parts);
  yield* events(list);
}

/** Lanes that are created, and what they then do. */
function* created(lanes: readonly number[], then: Iterable<Fields>): Generator<Fields> {
  for (const id of lanes) yield { lane: id, kind: "lane.created" };
  yield* then;
}

export const hostileRecordings: readonly HostileRecording[] = [
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
    name: "clocks",
    many: 150_000,
    *lines(count) {
      yield* recording({ clocks: ids(count).map((id) => ({ ...clock, id })), lanes: [lane(0)] }, [
        { lane: 0, kind: "run" },
      ]);
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
    name: "causes-that-point-at-the-next",
    many: 60_000,
    *lines(count) {
      const runs = ids(count).map((at) => ({ lane: at % 2, kind: "run", cause: [0, at + 1] }));
      yield* recording({ lanes: [lane(0), lane(1)] }, runs);
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
    name: "turns-that-never-end",
    many: 60_000,
    *lines(count) {
      const turns = ids(count).map((n) => ({ lane: 0, kind: "turn.began", n }));
      yield* recording({ lanes: [lane(0, { kind: "loop" })] }, turns);
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
