import { expect, test } from "vitest";
import { Intake } from "../../../../renderer/timeline/worker/intake.ts";

/** Turns that come when they are asked for, on a clock that jobs move on. */
function worker() {
  const turns: (() => void)[] = [];
  const clock = { ms: 0 };
  const intake = new Intake(
    (act) => turns.push(act),
    () => clock.ms,
  );
  const log: string[] = [];
  const job = (name: string, ms: number) => () => {
    log.push(name);
    clock.ms += ms;
  };
  return { intake, log, job, turns, turn: () => turns.shift()?.() };
}

test("much that comes at once is taken in over several turns, in order, with room for others between them", () => {
  const { intake, log, job, turns, turn } = worker();
  for (let batch = 0; batch < 10; batch++) intake.add(job(`${batch}`, 3));
  expect(log, "nothing inside of the message that brought it").toEqual([]);
  expect(turns).toHaveLength(1);
  turn();
  expect(log).toEqual(["0", "1", "2"]);
  expect(intake.isBehind).toBe(true);
  while (turns.length > 0) turn();
  expect(log).toHaveLength(10);
  expect(log).toEqual(log.toSorted());
  expect(intake.isBehind).toBe(false);
});

test("one that takes long is a turn of its own, and what it brings itself comes after the others", () => {
  const { intake, log, job, turn } = worker();
  intake.add(() => {
    job("long", 50)();
    intake.add(job("last", 1));
  });
  intake.add(job("short", 1));
  turn();
  expect(log).toEqual(["long"]);
  turn();
  expect(log).toEqual(["long", "short", "last"]);
});

test("what was not taken in when another feed begins never is", () => {
  const { intake, log, job, turn, turns } = worker();
  intake.add(job("old", 1));
  intake.clear();
  intake.add(job("new", 1));
  while (turns.length > 0) turn();
  expect(log).toEqual(["new"]);
});
