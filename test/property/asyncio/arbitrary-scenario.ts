/**
 * Random programs in the scenario language. They end: every loop is counted, and a task awaits only tasks that were
 * made after it, so that none await each other in a circle.
 */
import fc from "fast-check";

type Written = readonly unknown[] | string;

const tasks = ["t0", "t1", "t2", "t3"] as const;
const delay = fc.constantFrom(0, 0, 1, 2, 3, 5, 8);
const anyTask = fc.constantFrom(...tasks);
const error = fc.constantFrom("ValueError", "AppError", "CancelledError");

function awaitable(from: number): fc.Arbitrary<Written> {
  const leaf = fc.record({ _ms: delay }).map((args) => ["call", "leaf", args] as const);
  const later = tasks.slice(from);
  const simple: fc.Arbitrary<Written> = fc.oneof(
    leaf,
    delay.map((ms) => ["sleep", ms, "slept"] as const),
    fc.constantFrom<Written>(["event_wait", "E"], ["get", "Q"], ["put", "Q", 7], "F"),
    later.length > 0 ? fc.constantFrom(...later) : leaf,
  );
  return fc.oneof(
    { weight: 4, arbitrary: simple },
    { weight: 1, arbitrary: simple.map((inner) => ["shield", inner] as const) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.array(simple, { minLength: 1, maxLength: 3 }), fc.boolean())
        .map(([all, errors]) => ["gather", all, errors] as const),
    },
    { weight: 1, arbitrary: fc.tuple(simple, delay).map(([inner, limit]) => ["wait_for", inner, limit] as const) },
  );
}

function statement(from: number, depth: number): fc.Arbitrary<Written> {
  const plain: fc.Arbitrary<Written> = fc.oneof(
    { weight: 4, arbitrary: delay.map((ms) => ["sleep", ms] as const) },
    { weight: 2, arbitrary: awaitable(from).map((awaited) => ["await", awaited] as const) },
    { weight: 3, arbitrary: fc.constantFrom(...tasks, "self", "F").map((target) => ["cancel", target] as const) },
    { weight: 1, arbitrary: fc.constant(["uncancel", "self"] as const) },
    { weight: 1, arbitrary: fc.constantFrom<Written>(["event_set", "E"], ["block", 2], ["probe", "F"]) },
    { weight: 1, arbitrary: error.map((type) => ["raise", type, "x"] as const) },
    { weight: 1, arbitrary: anyTask.map((task) => ["on_done", task, `d${task}`, [["cancel", "t0"]]] as const) },
    { weight: 1, arbitrary: delay.map((ms) => ["call_later", ms, "timer", [["event_set", "E"]]] as const) },
    { weight: 1, arbitrary: fc.constant(["call_soon", "soon", [["cancel", "t1"]]] as const) },
  );
  if (depth === 0) return plain;
  const body = fc.array(statement(from, depth - 1), { minLength: 1, maxLength: 3 });
  const handled = fc
    .tuple(body, fc.constantFrom("CancelledError", "Exception", "BaseException"), body)
    .map(([inside, type, handler]) => ["try", { body: inside, except: [[type, handler]] }] as const);
  return fc.oneof(
    { weight: 5, arbitrary: plain },
    { weight: 3, arbitrary: handled },
    { weight: 1, arbitrary: body.map((inside) => ["with", "L", inside] as const) },
    { weight: 1, arbitrary: fc.tuple(delay, body).map(([limit, inside]) => ["timeout", limit, inside] as const) },
    {
      weight: 1,
      arbitrary: body.map(
        (inside) => ["taskgroup", "g", [["tg_spawn", "g", "leaf", "k", { _ms: 2 }], ...inside]] as const,
      ),
    },
  );
}

/** A scenario with four tasks, a lock, an event, a future and a queue between them. */
export const arbitraryScenario: fc.Arbitrary<{ readonly version: 1; readonly coros: object }> = fc
  .tuple(
    fc.array(statement(0, 1), { maxLength: 5 }),
    fc.tuple(...tasks.map((_, index) => fc.array(statement(index + 1, 2), { minLength: 1, maxLength: 6 }))),
  )
  .map(([main, bodies]) => ({
    version: 1 as const,
    coros: {
      main: [
        ["let", "E", ["event"]],
        ["let", "L", ["lock"]],
        ["let", "F", ["future"]],
        ["let", "Q", ["queue", 1]],
        ...tasks.map((task) => ["spawn", task, task]),
        ...main,
      ],
      leaf: [
        ["sleep", { v: "_ms" }],
        ["return", { v: "_ms" }],
      ],
      ...Object.fromEntries(tasks.map((task, index) => [task, bodies[index]])),
    },
  }));
