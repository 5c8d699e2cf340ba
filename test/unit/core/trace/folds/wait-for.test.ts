import { describe, expect, test } from "vitest";
import { WaitForFold } from "../../../../../core/trace/folds/wait-for.ts";
import { DeadlockWarning } from "../../../../../core/trace/warnings/deadlock.ts";
import { MadeUpRecording } from "../made-up-recording.ts";

const [a, b, c, lock, other] = [1, 2, 3, 11, 12];

const endless = Number.POSITIVE_INFINITY;

function foldOf(build: (made: MadeUpRecording) => void): WaitForFold {
  const made = new MadeUpRecording();
  build(made);
  const fold = new WaitForFold();
  for (const event of made.events) fold.event(event);
  return fold;
}

/** The same from a table's rows; those of the producers `late` come after all others. */
function foldOfRows(build: (made: MadeUpRecording) => void, late: readonly number[]): WaitForFold {
  const made = new MadeUpRecording();
  build(made);
  made.events.sort((one, other) => Number(late.includes(one.p)) - Number(late.includes(other.p)));
  const { table } = made;
  const fold = new WaitForFold();
  for (let row = 0; row < table.length; row++) fold.row(table, row);
  return fold;
}

/** `a` has a lock, `b` the other; each wants the one that it has not got. */
function crossed(made: MadeUpRecording): void {
  made.say(1, 1, a, "lock.taken", { lock });
  made.say(2, 2, b, "lock.taken", { lock: other });
  made.say(1, 3, a, "wait", { why: "lock", on: other });
  made.say(2, 4, b, "wait", { why: "lock", on: lock });
}

const circle = [
  { waiter: b, lock, timed: false },
  { waiter: a, lock: other, timed: false },
];

describe("who waits for whom", () => {
  test("is a circle from the moment in which the last of them begins to wait", () => {
    expect(foldOf(crossed).closed).toEqual([{ from: 4, until: endless, links: circle }]);
  });

  test("is one, too, through a join, and of a thread that waits for itself", () => {
    const [joined] = foldOf((made) => {
      made.say(1, 1, a, "lock.taken", { lock });
      made.say(2, 2, b, "wait", { why: "lock", on: lock });
      made.say(1, 3, a, "wait", { why: "join", on: b });
    }).closed;
    expect(joined?.links).toMatchObject([
      { waiter: a, lock: undefined },
      { waiter: b, lock },
    ]);
    const itself = foldOf((made) => {
      made.say(1, 1, a, "lock.taken", { lock });
      made.say(1, 2, a, "wait", { why: "lock", on: lock });
    });
    expect(itself.closed.map(({ links }) => links)).toMatchObject([[{ waiter: a, lock }]]);
  });

  test("takes for a lock's owner who took it last, and not whose row came last", () => {
    const { closed } = foldOfRows(
      (made) => {
        made.say(1, 1, a, "lock.taken", { lock });
        made.say(1, 2, a, "lock.freed", { lock });
        made.say(2, 3, b, "lock.taken", { lock });
        made.say(1, 4, a, "wait", { why: "lock", on: lock });
        made.say(2, 5, b, "wait", { why: "join", on: a });
      },
      [1],
    );
    expect(closed.map(({ links }) => links)).toMatchObject([[{ waiter: a, lock }, { waiter: b }]]);
  });

  test("is not looked for beyond so many steps in all, and that is said", () => {
    const chain = 20_000;
    const fold = foldOf((made) => {
      for (let at = 0; at < chain; at++) made.say(1, at, 100 + at, "wait", { why: "join", on: 99 + at });
    });
    expect(fold.closed).toEqual([]);
    expect(fold.unfollowed).toBeGreaterThan(0);
  });

  test("costs nothing to those who wait for one of a circle", () => {
    const fold = foldOf((made) => {
      crossed(made);
      for (let at = 0; at < 20_000; at++) made.say(3, 5, 100 + at, "wait", { why: "lock", on: lock });
    });
    expect(fold.closed).toHaveLength(1);
    expect(fold.unfollowed).toBe(0);
  });

  test("of a chain of very many is one circle, and is told in a few words", () => {
    const made = new MadeUpRecording();
    const length = 50_000;
    const warning = new DeadlockWarning();
    for (let at = 0; at < length; at++) made.say(1, at, at, "wait", { why: "join", on: (at + 1) % length });
    for (const event of made.events) warning.event(event);
    const [told, ...others] = warning.warnings(made.header);
    expect(told).toMatch(/^deadlock since 0\.050 s: .*; and so on, 50000 in all: take locks/);
    expect(told?.length).toBeLessThan(2_000);
    expect(others).toEqual([]);
  });

  test("is none in a row without a circle, or when what is waited for is free", () => {
    const row = foldOf((made) => {
      made.say(1, 1, a, "lock.taken", { lock });
      made.say(2, 2, b, "wait", { why: "join", on: a });
      made.say(3, 3, c, "wait", { why: "join", on: b });
    });
    expect(row.circles).toEqual([]);
    const freed = foldOf((made) => {
      made.say(1, 1, a, "lock.taken", { lock });
      made.say(2, 2, b, "lock.taken", { lock: other });
      made.say(1, 3, a, "lock.freed", { lock });
      made.say(1, 4, a, "wait", { why: "lock", on: other });
      made.say(2, 5, b, "wait", { why: "lock", on: lock });
    });
    expect(freed.circles).toEqual([]);
  });

  test("is over once one of them goes on, and is still known of the lanes that were in it", () => {
    const fold = foldOf((made) => {
      made.say(1, 1, a, "lock.taken", { lock });
      made.say(2, 2, b, "lock.taken", { lock: other });
      made.say(1, 3, a, "wait", { why: "lock", on: other });
      made.say(2, 4, b, "wait", { why: "lock", on: lock, ms: 10 });
      made.say(2, 14, b, "run");
    });
    expect(fold.closed).toEqual([]);
    expect(fold.circles).toMatchObject([{ from: 4, until: 14, links: [{ timed: true }, { timed: false }] }]);
    expect(fold.of(a, 3, 20)).toBe(fold.circles[0]);
    expect([fold.of(a, 1, 4), fold.of(a, 14, 20), fold.of(c, 3, 20)]).toEqual([undefined, undefined, undefined]);
  });

  test.each([{ late: [1] }, { late: [2] }])("is found whoever is heard of last: late $late", ({ late }) => {
    const [found] = foldOfRows(crossed, late).closed;
    expect([found?.from, found?.until]).toEqual([4, endless]);
    expect(found?.links).toEqual(expect.arrayContaining(circle));
  });

  test("is no circle when one had gone on before the last began to wait, and that is heard of later", () => {
    const fold = foldOfRows(
      (made) => {
        made.say(1, 1, a, "lock.taken", { lock });
        made.say(2, 2, b, "lock.taken", { lock: other });
        made.say(1, 3, a, "wait", { why: "lock", on: other });
        // A third thread frees what the second holds.
        made.say(3, 4, c, "lock.freed", { lock: other });
        made.say(1, 5, a, "lock.taken", { lock: other });
        made.say(1, 5, a, "run");
        made.say(2, 6, b, "wait", { why: "lock", on: lock });
      },
      [1, 3],
    );
    expect([fold.circles, fold.of(a, 0, 10)]).toEqual([[], undefined]);
  });
});
