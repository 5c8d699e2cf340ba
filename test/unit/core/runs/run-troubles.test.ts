import { beforeEach, describe, expect, test } from "vitest";
import { noLane } from "../../../../core/trace/ids.ts";
import { Code } from "../../../../core/trace/kinds.ts";
import { TwoModeRun } from "../../../support/two-mode-run.ts";

let world: TwoModeRun;

beforeEach(() => {
  world = new TwoModeRun();
});

describe("a run in trouble", () => {
  test("abandons the threads' open lanes when it is stopped", () => {
    const run = world.begun();
    world.threads.writer?.laneCreated(world.threads.now, "thread", "threads", "MainThread", noLane, noLane);
    run.stop();
    world.deliver();
    world.threads.bye();
    world.coroutines.end({ how: "stopped" });
    world.deliver();
    expect(run.phase).toBe("ended");
    expect(world.feed.ends).toMatchObject({ MainThread: "abandoned", "threads 7": "abandoned" });
    expect(run.state.modes.map((mode) => mode.outcome?.how)).toEqual(["stopped", "stopped"]);
  });

  test("ends by force a mode that does not answer Stop in time", () => {
    const run = world.begun();
    run.stop();
    world.deliver();
    world.coroutines.end({ how: "stopped" });
    world.deliver();
    world.time.advance(501);
    expect(world.killed).toEqual(["threads: it did not answer in time"]);
    world.endpoints.threads.lost("it was killed");
    expect(run.phase).toBe("ended");
  });

  test("says which producer was lost, abandons its lanes and owns that its tail is unknown", () => {
    const run = world.begun();
    world.threads.writer?.laneCreated(world.threads.now, "thread", "threads", "Thread-1 (spin)", noLane, noLane);
    world.threads.flush();
    world.deliver();
    world.endpoints.threads.lost("the utility process crashed");
    expect(world.feed.ends["Thread-1 (spin)"]).toBe("abandoned");
    world.coroutines.end({ how: "returned", value: 42 });
    world.deliver();
    expect(run.state.modes[0]?.outcome).toEqual({ how: "lost", error: "the utility process crashed" });
    expect(world.journal.ended?.producers.find((producer) => producer.id === 16)?.tail).toBe("unknown");
  });

  test("ends at once when every mode is lost while getting ready", () => {
    world.threads.getsReady = false;
    world.coroutines.getsReady = false;
    const run = world.begun();
    world.endpoints.threads.lost("gone");
    world.endpoints.coroutines.lost("gone");
    expect(run.phase).toBe("ended");
  });

  test("gives up on a mode that never gets ready, with a sentence", () => {
    world.threads.getsReady = false;
    const run = world.begun();
    world.time.advance(15_001);
    expect(run.phase).toBe("ended");
    expect(run.state.problem).toContain("threads did not get ready within 15 s");
  });

  test("stops recording with a sentence when the disk is full, while the programs go on", () => {
    world.journal.failsFrom = 3;
    const run = world.begun();
    world.time.advance(10);
    world.threads.flush();
    world.deliver();
    expect(run.state.problem).toContain("no space left");
    world.threads.end({ how: "returned", value: 42 });
    world.coroutines.end({ how: "returned", value: 42 });
    world.deliver();
    expect(run.state.modes.map((mode) => mode.outcome?.value)).toEqual([42, 42]);
    expect(run.state.dropped).toBeGreaterThan(0);
    expect(world.feed.rows, "what goes on is still shown").toContain("16.1 message.received");
  });

  test.each([3, 5, 7, 9])(
    "counts what a disk full from record %i on did not take once, with what was lost on the way",
    (from) => {
      world.journal.failsFrom = from;
      const run = world.begun();
      const own = world.endpoints.threads.processLane;
      world.time.advance(10);
      world.threads.flush();
      world.deliver();
      for (let n = 0; n < 5; n++) world.threads.writer?.output(world.threads.now, own, "lost on the way");
      world.threads.recorder?.flush();
      world.threads.writer?.output(world.threads.now, own, "arrives");
      world.threads.flush();
      world.deliver();
      world.threads.end({ how: "returned", value: 42 });
      world.coroutines.end({ how: "returned", value: 42 });
      world.deliver();
      const { table } = world.feed;
      const numbers = Array.from({ length: table.length }, (_, row) => {
        return table.kind(row) === Code.gap ? table.n(row) - table.seq(row) + 1 : 1;
      });
      const emitted = numbers.reduce((sum, count) => sum + count, 0);
      // A gap that the journal took is a row of its own.
      const gapsKept = world.journal.batches.filter(({ columns }) => columns.kind[0] === Code.gap).length;
      expect(run.state.problem).toContain("no space left");
      expect(run.state.events - gapsKept + run.state.dropped).toBe(emitted);
    },
  );

  test("fills numbers that never arrived with one gap", () => {
    const run = world.begun();
    world.threads.flush();
    world.deliver();
    for (let n = 0; n < 5; n++) world.threads.writer?.output(world.threads.now, 0, "lost");
    world.threads.recorder?.flush();
    world.threads.end({ how: "returned" });
    world.coroutines.end({ how: "returned" });
    world.deliver();
    expect(world.feed.rows.filter((row) => row.endsWith("gap"))).toHaveLength(1);
    expect(run.state.dropped).toBe(5);
  });

  test("does not wait for ever for a bystander", () => {
    const run = world.begun(true);
    world.threads.end({ how: "returned", value: 42 });
    world.wires.threads.deliver();
    world.time.advance(501);
    expect(world.killed).toEqual(["coroutines: it did not answer in time"]);
    world.endpoints.coroutines.lost("gone");
    expect(run.phase).toBe("ended");
  });
});
