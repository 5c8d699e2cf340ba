import { describe, expect, test } from "vitest";
import type { BootWorker } from "../../../../core/thread-host/booted-worker.ts";
import { tieToHrtime } from "../../../../core/thread-host/hrtime-clock.ts";
import { programOf } from "../../../../core/thread-host/lesson-program.ts";
import { Outbox } from "../../../../core/thread-host/outbox.ts";
import { asAdoption, asWorkerBoot, isWorkerNews } from "../../../../core/thread-host/worker-messages.ts";
import { WorkerPool } from "../../../../core/thread-host/worker-pool.ts";
import type { Batch } from "../../../../core/trace/batch.ts";
import { createColumns } from "../../../../core/trace/columns.ts";
import { gapBatch } from "../../../../core/trace/gap.ts";
import { producerId } from "../../../../core/trace/ids.ts";

const one = producerId(17);
const two = producerId(18);
const batch = (producer: typeof one, from: number, count: number): Batch => ({
  producer,
  from,
  count,
  columns: createColumns(count),
  texts: [],
});

describe("an outbox", () => {
  const outbox = (said: string[]) =>
    new Outbox({
      declare: (producer) => said.push(`producer ${producer}`),
      send: (sent) => said.push(`batch ${sent.producer} ${sent.from}`),
    });

  test("declares a producer before its first batch, and once", () => {
    const said: string[] = [];
    outbox(said).send([batch(one, 0, 2), batch(two, 0, 1), batch(one, 2, 1)]);
    expect(said).toEqual(["producer 17", "batch 17 0", "producer 18", "batch 18 0", "batch 17 2"]);
  });

  test("keeps batches until they are acknowledged whole, and knows each producer's last number", () => {
    const box = outbox([]);
    box.send([batch(one, 0, 5), gapBatch(one, 5, 99, 0, 0, "full"), batch(one, 100, 3)]);
    expect(box.unacknowledged).toBe(9);
    box.acknowledge(one, 4);
    expect(box.unacknowledged).toBe(9);
    box.acknowledge(one, 100);
    expect(box.unacknowledged).toBe(3);
    box.acknowledge(two, 7);
    expect(box.last).toEqual([{ producer: one, lastSeq: 102 }]);
  });

  test("says when main is too far behind", () => {
    const box = outbox([]);
    box.send(Array.from({ length: 50 }, (_, i) => batch(one, i * 10_000, 10_000)));
    expect(box.isFull).toBe(true);
    box.acknowledge(one, 10_000);
    expect(box.isFull).toBe(false);
  });
});

describe("the pool of workers", () => {
  /** A pool whose workers die when told to. */
  function pool(spares: number) {
    const deaths: (() => void)[] = [];
    const boot: BootWorker = (_boot, _news, gone) => {
      deaths.push(() => gone("it ended with code 1"));
      return { post: () => {}, terminate: () => {} };
    };
    return { pool: new WorkerPool(boot, spares), deaths };
  }
  const owner = { news: () => {}, gone: () => {} };

  test("keeps its spares booted, gives the one that has booted longest, and takes back what was not used", () => {
    const { pool: workers, deaths } = pool(2);
    workers.warm();
    expect([workers.idle, deaths.length]).toEqual([2, 2]);
    const taken = workers.take(owner);
    expect(workers.idle).toBe(1);
    workers.giveBack(taken);
    workers.warm();
    expect([workers.idle, deaths.length]).toEqual([2, 2]);
  });

  test("boots one at once when it has none", () => {
    const { pool: workers, deaths } = pool(0);
    workers.take(owner);
    expect(deaths).toHaveLength(1);
  });

  test("forgets a worker that dies, and stops booting ahead when they die as fast as they boot", () => {
    const { pool: workers, deaths } = pool(1);
    for (let round = 0; round < 10; round++) {
      workers.warm();
      deaths.at(-1)?.();
      expect(workers.idle).toBe(0);
    }
    expect(deaths).toHaveLength(3);
  });

  test("tells a worker's end to whoever has it, once", () => {
    const { pool: workers, deaths } = pool(0);
    const told: string[] = [];
    workers.take({ news: () => {}, gone: (reason) => told.push(reason) });
    deaths[0]?.();
    deaths[0]?.();
    expect(told).toEqual(["it ended with code 1"]);
  });
});

describe("the clock", () => {
  test("reads hrtime in µs through a clock that began at another time", () => {
    let ns = 5_000_000_000n;
    const step = (value: bigint) => {
      ns += value;
      return ns;
    };
    const clock = tieToHrtime(
      () => Number(step(40n) - 3_000_000_000n) / 1e6,
      () => step(40n),
    );
    const before = Number(ns) / 1_000;
    expect(Math.abs(clock() - before)).toBeLessThan(0.1);
  });

  test("agrees with hrtime itself to a few microseconds", () => {
    const clock = tieToHrtime(() => performance.now(), process.hrtime.bigint);
    const errors = Array.from({ length: 50 }, () => Math.abs(clock() - Number(process.hrtime.bigint()) / 1_000));
    expect(Math.min(...errors)).toBeLessThan(5);
  });
});

describe("what the host and its workers say", () => {
  const memory = new SharedArrayBuffer(8);
  const adoption = { memory, slot: 0, producer: 17, process: 16, lesson: "l" };

  test("is taken when it is whole, and refused with the remedy when a shared buffer arrived as null", () => {
    expect(asAdoption(adoption)).toEqual(adoption);
    expect(() => asAdoption({ ...adoption, memory: null })).toThrow("build host and workers together");
    expect(() => asAdoption({ ...adoption, producer: -1 })).toThrow("build host and workers together");
    expect(() => asWorkerBoot({ park: memory, ring: null })).toThrow("start it from a thread host only");
    expect(asWorkerBoot({ park: memory, ring: memory })).toEqual({ park: memory, ring: memory });
  });

  test("is news only when it is", () => {
    expect(isWorkerNews({ type: "parked" })).toBe(true);
    expect(isWorkerNews({ type: "ended", how: "returned", value: null })).toBe(true);
    expect(isWorkerNews({ type: "ended", how: "raised", error: "E" })).toBe(true);
    for (const other of [null, "parked", {}, { type: "ended" }, { type: "ended", how: "raised" }]) {
      expect(isWorkerNews(other)).toBe(false);
    }
  });
});

describe("a lesson's program", () => {
  test("gets its parameters, and says so when there is none", () => {
    const programs = { known: { module: {}, main: (parameters: object) => Object.keys(parameters) } };
    expect(programOf("known", programs).main({ job: 3 })).toEqual(["job"]);
    expect(() => programOf("known", programs).main()).toThrow("MainThread got no parameters");
    expect(() => programOf("toString", programs).main({})).toThrow('lesson "toString" has no thread program');
  });
});
