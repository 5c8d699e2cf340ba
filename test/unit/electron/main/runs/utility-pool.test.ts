import { beforeEach, describe, expect, test } from "vitest";
import { superviseThreadHost, type ThreadHost } from "../../../../../electron/main/runs/thread-host.ts";
import { UtilityPool } from "../../../../../electron/main/runs/utility-pool.ts";
import { FakeProcess } from "../../../../support/fake-process.ts";

let processes: FakeProcess[];
let pool: UtilityPool;

beforeEach(() => {
  processes = [];
  pool = new UtilityPool((onGone): ThreadHost => {
    const process = new FakeProcess();
    processes.push(process);
    return superviseThreadHost({
      name: `threads ${processes.length}`,
      process,
      now: () => 0,
      onRefused: () => {},
      onGone,
    });
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

  test("replaces a host that died, and does not take it back", () => {
    const first = pool.take();
    processes[0]?.spawn();
    processes[0]?.exit(9);
    pool.giveBack(first);
    expect(pool.size).toBe(1);
    expect(pool.take()).not.toBe(first);
  });

  test("does not boot for ever when hosts die as they boot, but tries again for a run", () => {
    pool.warm();
    for (let i = 0; i < 10; i++) processes.at(-1)?.exit(1);
    expect(processes).toHaveLength(3);
    pool.take();
    expect(processes).toHaveLength(4);
  });

  test("ends every host when the app quits, and boots none in their place", () => {
    pool.warm();
    processes[0]?.spawn();
    pool.close();
    processes[0]?.exit(0);
    expect(processes[0]?.calls).toEqual(["kill"]);
    expect(processes).toHaveLength(1);
  });
});
