/**
 * Programs that the tests run on real threads. Each returns what it saw, as plain data.
 */
import { print } from "../../../core/programs/index.ts";
import { currentThread, Signal, sleep, Thread } from "../../../core/threading/index.ts";
import type { Json } from "../../../core/trace/event.ts";
import * as bodies from "./bodies.ts";
import { lockPrograms } from "./lock-programs.ts";
import { thrown } from "./thrown.ts";

const { nothing, nap, turn, spinHot, fail, sayWhoIAm, echo, joinOther, startAnother, chatter } = bodies;

const mains = {
  states: () => {
    const signal = new Signal();
    const thread = new Thread({ target: turn, args: [signal] });
    const before = String(thread);
    thread.start();
    const during = String(thread);
    const alive = thread.isAlive();
    const again = thrown(() => thread.start());
    signal.go = false;
    thread.join();
    return { before, during, alive, again, after: String(thread), ident: thread.ident, isAlive: thread.isAlive() };
  },
  mistakes: () => {
    const thread = new Thread({ target: nothing, name: "idle" });
    const unstarted = thrown(() => thread.join());
    const self = thrown(() => currentThread().join());
    const closure = thrown(() => void new Thread({ target: () => sleep(1) }));
    const argument = thrown(() => void new Thread({ target: echo, args: [1, [new Date(0)]] }));
    thread.start();
    const daemon = thrown(() => {
      thread.daemon = true;
    });
    thread.join();
    return { unstarted, self, closure, argument, daemon, negative: thrown(() => sleep(-1)) };
  },
  names: () => {
    const threads = [
      new Thread({ target: nothing }),
      new Thread({ target: nothing, name: "given" }),
      new Thread({ target: nothing, name: "" }),
      new Thread(),
    ];
    for (const thread of threads) thread.start();
    for (const thread of threads) thread.join();
    return [currentThread(), ...threads].map((thread) => thread.name);
  },
  values: () => {
    const signal = new Signal();
    const nested = { list: [1, null, "two"], yes: true };
    const thread = new Thread({ target: echo, args: ["é😀\ud800", nested, Number.NaN, -0, undefined, ""] });
    thread.start();
    thread.join();
    const who = new Thread({ target: sayWhoIAm, name: "ünïcode" });
    who.start();
    who.join();
    return signal.go;
  },
  handles: () => {
    const signal = new Signal();
    const first = new Thread({ target: turn, args: [signal], name: "first" });
    const second = new Thread({ target: joinOther, args: [first] });
    const third = new Thread({ target: nothing, name: "third" });
    const starter = new Thread({ target: startAnother, args: [third] });
    first.start();
    second.start();
    starter.start();
    starter.join();
    signal.go = false;
    second.join();
    return { third: third.isAlive(), initial: thrown(() => third.start()) };
  },
  timeouts: () => {
    const thread = new Thread({ target: nap, args: [0.2] });
    thread.start();
    const from = performance.now();
    thread.join(0.02);
    const waited = performance.now() - from;
    const alive = thread.isAlive();
    thread.join(-1);
    thread.join();
    return { waited, alive, after: thread.isAlive() };
  },
  errors: () => {
    const thread = new Thread({ target: fail, args: ["no such frame"] });
    const asynchronous = new Thread({ target: bodies.wait });
    for (const each of [thread, asynchronous]) each.start();
    for (const each of [thread, asynchronous]) each.join();
    return thread.isAlive();
  },
  raises: () => {
    new Thread({ target: nap, args: [0.05] }).start();
    throw new RangeError("the program's own fault");
  },
  "waits at the end": () => {
    new Thread({ target: nap, args: [0.1] }).start();
    new Thread({ target: nap, args: [30], daemon: true }).start();
    const inherits = new Thread({ target: nothing, daemon: true });
    return inherits.daemon;
  },
  many: (threads: number) => {
    const signal = new Signal();
    const all = Array.from({ length: threads }, () => new Thread({ target: turn, args: [signal] }));
    for (const thread of all) thread.start();
    const alive = all.filter((thread) => thread.isAlive()).length;
    signal.go = false;
    for (const thread of all) thread.join();
    return alive;
  },
  "too many": () => {
    const signal = new Signal();
    const all = Array.from({ length: 6 }, () => new Thread({ target: turn, args: [signal] }));
    const said = all.map((thread) => thrown(() => thread.start()));
    signal.go = false;
    return said.find((text) => text !== "nothing") ?? "nothing";
  },
  blocks: (job: number) => {
    const signal = new Signal();
    const spinner = new Thread({ target: turn, args: [signal] });
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 1);
    spinner.start();
    sleep(job);
    const ticked = ticks;
    clearInterval(timer);
    signal.go = false;
    spinner.join();
    return ticked;
  },
  "hot flag": () => {
    const signal = new Signal();
    const spinner = new Thread({ target: spinHot, args: [signal] });
    spinner.start();
    sleep(0.05);
    signal.go = false;
    spinner.join();
    return spinner.isAlive();
  },
  "until asked": () => {
    sleep(0.05);
    const signal = new Signal();
    const thread = new Thread({ target: turn, args: [signal] });
    thread.start();
    thread.join();
    return "asked";
  },
  chatter: (lines: number) => {
    const thread = new Thread({ target: chatter, args: [lines] });
    thread.start();
    thread.join();
    return lines;
  },
  dies: () => {
    const thread = new Thread({ target: bodies.die });
    thread.start();
    thread.join();
    return thread.isAlive();
  },
  "main dies": () => process.exit(4),
  "sleeps for ever": () => {
    new Thread({ target: nap, args: [3_600] }).start();
    sleep(3_600);
    return null;
  },
  prints: () => {
    print("long", "x".repeat(10_000));
    return { function: String(nothing.name), object: "plain" };
  },
  ...lockPrograms,
} satisfies Readonly<Record<string, (amount: number) => Json>>;

/** The programs by name; the parameter `amount` is passed on. */
export const testPrograms = Object.fromEntries(
  Object.entries<(amount: number) => Json>(mains).map(([name, main]) => [
    name,
    {
      module: bodies,
      main: (parameters: Readonly<Record<string, unknown>>) => main(Number(parameters["amount"] ?? 0)),
    },
  ]),
);
