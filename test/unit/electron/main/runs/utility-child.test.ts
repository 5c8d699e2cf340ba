import { beforeEach, describe, expect, test } from "vitest";
import { UtilityChild } from "../../../../../electron/main/runs/utility-child.ts";
import { FakeProcess } from "../../../../support/fake-process.ts";
import { ManualTime } from "../../../../support/manual-time.ts";

let process: FakeProcess;
let child: UtilityChild;
let ends: [string, boolean][];
let time: ManualTime;
let forced: number[];

beforeEach(() => {
  process = new FakeProcess();
  ends = [];
  time = new ManualTime();
  forced = [];
  child = new UtilityChild({
    name: "threads 1",
    process,
    after: time.after,
    force: (pid) => void forced.push(pid),
    onGone: (reason, asked) => ends.push([reason, asked]),
  });
});

describe("a supervised utility process", () => {
  test("gets messages from the moment it was forked", () => {
    child.wire.post("prepare");
    process.spawn();
    child.wire.post("start");
    expect(process.posted).toEqual(["prepare", "start"]);
  });

  test("is never posted to after main has decided to end it", () => {
    process.spawn();
    child.end("the run was stopped");
    child.wire.post("late");
    process.exit(0);
    child.wire.post("later");
    expect(process.posted).toEqual([]);
    expect(process.calls).toEqual(["kill"]);
  });

  test("that is ended before it has spawned is killed once it has", () => {
    child.end("the app quits");
    expect(process.calls).toEqual([]);
    process.spawn();
    expect(process.calls).toEqual(["kill"]);
  });

  test("tells its end once, and that main had asked for it", () => {
    process.spawn();
    child.end("the run was stopped");
    child.gone("killed, code 15");
    process.exit(0);
    time.advance(1_000);
    expect(ends).toEqual([["the run was stopped", true]]);
  });

  test("that ends by itself says so, and is not usable meanwhile", () => {
    process.spawn();
    process.exit(9);
    expect(child.isUsable).toBe(false);
    expect(ends).toEqual([]);
    time.advance(30);
    expect(ends).toEqual([["it ended by itself with code 9", false]]);
  });

  test("that crashes says how, whether that or its exit is told first", () => {
    process.spawn();
    process.exit(0);
    time.advance(10);
    child.gone("killed, code 9");
    time.advance(1_000);
    expect(ends).toEqual([["killed, code 9", false]]);
  });

  test("that is gone in time is not ended by force", () => {
    process.spawn();
    child.end("the run was stopped");
    time.advance(10);
    process.exit(0);
    time.advance(5_000);
    expect(forced).toEqual([]);
    expect(ends).toHaveLength(1);
  });

  test("that no request ends, because it is suspended, is ended by force", () => {
    process.spawn();
    child.end("the run was stopped");
    time.advance(260);
    expect(forced).toEqual([4_127]);
    process.exit(0);
    time.advance(5_000);
    expect(ends).toEqual([["the run was stopped", true]]);
  });

  test("that nothing ends is given up within a second, so that the run ends", () => {
    process.spawn();
    child.end("the run was stopped");
    time.advance(1_000);
    expect(ends).toEqual([["the run was stopped", true]]);
  });

  test("is not killed twice", () => {
    process.spawn();
    child.end("one");
    child.end("two");
    expect(process.calls).toEqual(["kill"]);
  });
});
