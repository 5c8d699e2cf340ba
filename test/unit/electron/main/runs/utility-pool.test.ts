import { beforeEach, describe, expect, test } from "vitest";
import { superviseThreadHost, type ThreadHost } from "../../../../../electron/main/runs/thread-host.ts";
import { UtilityPool } from "../../../../../electron/main/runs/utility-pool.ts";
import { RestartPolicy } from "../../../../../electron/main/supervision/restart-policy.ts";
import { FakeProcess } from "../../../../support/fake-process.ts";
import { ManualTime } from "../../../../support/manual-time.ts";

let time: ManualTime;
let processes: FakeProcess[];
let pool: UtilityPool;
let silences: (number | undefined)[];
let exhausted: (string | undefined)[];

/** The process ends by itself, and that is told. */
function end(process: FakeProcess | undefined, code: number): void {
  process?.exit(code);
  time.advance(30);
}

/** The process boots and answers, from now on. */
function answer(process: FakeProcess | undefined): void {
  if (process === undefined) throw new Error("no such process");
  process.spawn();
  process.isAnswering = true;
  time.advance(110);
}

beforeEach(() => {
  time = new ManualTime();
  processes = [];
  silences = [];
  exhausted = [];
  pool = new UtilityPool({
    restarts: new RestartPolicy(time.now),
    after: time.after,
    onSilence: (_host, silence) => silences.push(silence),
    onExhausted: (reason) => exhausted.push(reason),
    boot: (listener): ThreadHost => {
      const process = new FakeProcess();
      processes.push(process);
      return superviseThreadHost({
        ...listener,
        name: `threads ${processes.length}`,
        process,
        now: time.now,
        after: time.after,
        force: () => process.exit(9),
        onRefused: () => {},
      });
    },
  });
});

describe("the pool of thread hosts", () => {
  test("boots one ahead and gives it out", () => {
    pool.warm();
    pool.warm();
    expect(processes).toHaveLength(1);
    pool.take();
    expect(processes).toHaveLength(1);
  });

  test("uses a host again after its run", () => {
    const first = pool.take();
    pool.giveBack(first);
    expect(pool.take()).toBe(first);
    expect(processes).toHaveLength(1);
  });

  test("never gives a host to two runs at once", () => {
    expect(pool.take()).not.toBe(pool.take());
  });

  test("replaces a host whose run was stopped", () => {
    const first = pool.take();
    processes[0]?.spawn();
    pool.retire(first);
    expect(processes).toHaveLength(2);
    expect(processes[0]?.calls).toEqual(["kill"]);
    expect(pool.take()).not.toBe(first);
  });

  test("replaces a host that died in a run at once, however many did, and does not take it back", () => {
    for (let run = 0; run < 20; run++) {
      const host = pool.take();
      answer(processes.at(-1));
      end(processes.at(-1), 9);
      pool.giveBack(host);
      expect(pool.size).toBe(1);
      expect(pool.take()).not.toBe(host);
      answer(processes.at(-1));
      end(processes.at(-1), 9);
    }
    expect(exhausted).toEqual([]);
  });

  test("ends every host when the app quits, and boots none in their place", () => {
    pool.warm();
    processes[0]?.spawn();
    pool.close();
    end(processes[0], 0);
    time.advance(10_000);
    expect(processes[0]?.calls).toEqual(["kill"]);
    expect(processes).toHaveLength(1);
  });
});

describe("thread hosts that die as they boot", () => {
  /** Each process dies when it has booted, until none comes any more; the ms between a death and the next boot. */
  function dieAgainAndAgain(): number[] {
    const waits: number[] = [];
    for (let boots = processes.length; ; boots = processes.length) {
      end(processes.at(-1), 1);
      let waited = 0;
      for (; processes.length === boots && waited < 60_000; waited += 10) time.advance(10);
      if (processes.length === boots) return waits;
      waits.push(waited);
    }
  }

  test("are booted later and later, then no more, and that is said with the reason", () => {
    pool.warm();
    expect(dieAgainAndAgain()).toEqual([0, 0, 250, 500, 1_000]);
    expect(exhausted).toEqual(["it ended by itself with code 1"]);
    time.advance(3_600_000);
    expect(processes).toHaveLength(6);
  });

  test("are tried again for a run, and a boot that succeeds ends the matter", () => {
    pool.warm();
    dieAgainAndAgain();
    const host = pool.take();
    expect(processes).toHaveLength(7);
    end(processes.at(-1), 1);
    time.advance(3_600_000);
    expect(processes, "no loop begins anew").toHaveLength(7);
    expect(pool.size).toBe(0);
    expect(host.child.isUsable).toBe(false);
    const next = pool.take();
    answer(processes.at(-1));
    expect(exhausted.at(-1)).toBeUndefined();
    pool.giveBack(next);
    expect(pool.take()).toBe(next);
  });

  test("now and then are no loop", () => {
    pool.warm();
    for (let death = 0; death < 20; death++) {
      time.advance(10);
      answer(processes.at(-1));
      time.advance(30_000);
      end(processes.at(-1), 1);
    }
    time.advance(10);
    expect(processes).toHaveLength(21);
    expect(exhausted).toEqual([]);
  });
});

describe("a thread host that does not answer", () => {
  test("is told while it is with a run, and left alone: its threads may still run", () => {
    const host = pool.take();
    answer(processes[0]);
    if (processes[0] !== undefined) processes[0].isAnswering = false;
    time.advance(1_000);
    expect(silences).toEqual([undefined, expect.any(Number)]);
    expect(host.child.isUsable).toBe(true);
    processes[0]?.answerNow();
    expect(silences.at(-1)).toBeUndefined();
  });

  test("is told no more once it is gone", () => {
    const host = pool.take();
    answer(processes[0]);
    if (processes[0] !== undefined) processes[0].isAnswering = false;
    time.advance(1_000);
    pool.retire(host);
    time.advance(1_000);
    expect(silences.at(-1)).toBeUndefined();
    expect(pool.size).toBe(1);
  });

  test("is replaced when nobody uses it, and not at once: a busy machine makes one silent for a while", () => {
    pool.warm();
    answer(processes[0]);
    if (processes[0] !== undefined) processes[0].isAnswering = false;
    time.advance(4_000);
    expect(processes).toHaveLength(1);
    time.advance(2_000);
    expect(processes[0]?.calls).toEqual(["kill"]);
    expect(processes).toHaveLength(2);
    expect(pool.size).toBe(1);
    expect(silences.filter((silence) => silence !== undefined)).toEqual([]);
  });

  test("is given to no run", () => {
    pool.warm();
    answer(processes[0]);
    if (processes[0] !== undefined) processes[0].isAnswering = false;
    time.advance(1_000);
    const host = pool.take();
    expect(processes).toHaveLength(2);
    expect(processes[0]?.calls).toEqual(["kill"]);
    expect(host.heartbeat.isSilent).toBe(false);
  });

  test("from its boot on is given up after a while", () => {
    pool.warm();
    processes[0]?.spawn();
    time.advance(14_000);
    expect(processes).toHaveLength(1);
    time.advance(2_000);
    expect(processes).toHaveLength(2);
  });
});
