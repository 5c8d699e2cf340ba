// What a soak is failed for, by samples made by hand.
import { describe, expect, it } from "vitest";
import type { ByKind, Sample } from "../../fault/soak/sample.ts";
import { judge } from "../../fault/soak/verdict.ts";

const each = (value: number): ByKind => ({ main: value, page: value, threads: value, gpu: value, other: value });
const flat: Omit<Sample, "at"> = {
  memory: each(50),
  processes: each(1),
  descriptors: each(60),
  mainThreads: 40,
  mainListeners: 100,
  pageListeners: 200,
  pageNodes: 2_000,
  mainHeap: 10,
  pageHeap: 10,
  disk: 500,
  forks: 0,
};

/** A look each half minute for half an hour, with what has changed by then. */
const samples = (change: (at: number) => Partial<Sample> = () => ({})): readonly Sample[] =>
  Array.from({ length: 60 }, (_, index) => ({ ...flat, at: index / 2, ...change(index / 2) }));

const long = { electron: 45, memory: true };

describe("a soak", () => {
  it("passes when nothing grows after the warm-up", () => {
    const warming = samples((at) => ({ memory: each(at < 7 ? 50 + at * 10 : 120) }));
    expect(judge(warming, long).problems).toEqual([]);
  });

  it("fails when main, page and thread hosts together grow by a megabyte a minute", () => {
    const grown = (each: number) => samples((at) => ({ memory: { ...flat.memory, page: 50 + at * each } }));
    expect(judge(grown(0.9), long).problems).toEqual([]);
    expect(judge(grown(1.1), long).problems).toEqual(["memory grows by 1.10 MB a minute"]);
    expect(judge(grown(1.1), { electron: 45, memory: false }).problems).toEqual([]);
  });

  it("fails when listeners, nodes, descriptors or processes become more and more", () => {
    const listeners = samples((at) => ({ pageListeners: 200 + Math.floor(at) }));
    expect(judge(listeners, long).problems).toEqual(["listeners, page grew by 22, which is not flat"]);
    const nodes = samples((at) => ({ pageNodes: 2_000 + Math.floor(at) * 100 }));
    expect(judge(nodes, long).problems).toEqual(["nodes, page grew by 2200, which is not flat"]);
    const processes = samples((at) => ({ processes: { ...flat.processes, threads: 1 + Math.floor(at / 3) } }));
    expect(judge(processes, long).problems).toHaveLength(1);
  });

  it("allows for the descriptor of each fork that main keeps on Electron before 35, and on no other", () => {
    const forking = samples((at) => ({ forks: at, descriptors: { ...flat.descriptors, main: 60 + at } }));
    expect(judge(forking, { electron: 33, memory: true }).problems).toEqual([]);
    expect(judge(forking, long).problems).toHaveLength(1);
  });

  it("bears counts that go up and down", () => {
    const restless = samples((at) => ({ mainListeners: 100 + (Math.round(at * 2) % 3) * 5 }));
    expect(judge(restless, long).problems).toEqual([]);
  });
});
