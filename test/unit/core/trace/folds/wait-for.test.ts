import { describe, expect, test } from "vitest";
import { WaitForFold } from "../../../../../core/trace/folds/wait-for.ts";
import { MadeUpRecording } from "../made-up-recording.ts";

const [a, b, c, lock, other] = [1, 2, 3, 11, 12];

function deadlocksOf(build: (made: MadeUpRecording) => void) {
  const made = new MadeUpRecording();
  build(made);
  const fold = new WaitForFold();
  for (const event of made.events) fold.event(event);
  return fold.deadlocks;
}

/** `a` has a lock, `b` the other; each wants the one that it has not got. */
function crossed(made: MadeUpRecording): void {
  made.say(1, 1, a, "lock.taken", { lock });
  made.say(2, 2, b, "lock.taken", { lock: other });
  made.say(1, 3, a, "wait", { why: "lock", on: other });
  made.say(2, 4, b, "wait", { why: "lock", on: lock });
}

describe("who waits for whom", () => {
  test("is a deadlock from the moment in which the last of a circle begins to wait", () => {
    expect(deadlocksOf(crossed)).toEqual([
      {
        t: 4,
        circle: [
          { waiter: b, lock },
          { waiter: a, lock: other },
        ],
      },
    ]);
  });

  test("is one, too, through a join, and of a thread that waits for itself", () => {
    const [joined] = deadlocksOf((made) => {
      made.say(1, 1, a, "lock.taken", { lock });
      made.say(2, 2, b, "wait", { why: "lock", on: lock });
      made.say(1, 3, a, "wait", { why: "join", on: b });
    });
    expect(joined?.circle).toEqual([
      { waiter: a, lock: undefined },
      { waiter: b, lock },
    ]);
    const itself = deadlocksOf((made) => {
      made.say(1, 1, a, "lock.taken", { lock });
      made.say(1, 2, a, "wait", { why: "lock", on: lock });
    });
    expect(itself.map(({ circle }) => circle)).toEqual([[{ waiter: a, lock }]]);
  });

  test("is none with a timeout, in a row without a circle, or once one of them goes on", () => {
    expect(
      deadlocksOf((made) => {
        crossed(made);
        made.say(2, 5, b, "run");
      }),
    ).toEqual([]);
    expect(
      deadlocksOf((made) => {
        made.say(1, 1, a, "lock.taken", { lock });
        made.say(1, 2, a, "wait", { why: "lock", on: lock, ms: 10 });
        made.say(2, 3, b, "wait", { why: "join", on: a });
        made.say(3, 4, c, "wait", { why: "join", on: b });
      }),
    ).toEqual([]);
  });
});
