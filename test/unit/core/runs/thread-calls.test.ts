import { beforeEach, describe, expect, test } from "vitest";
import type { SettledCall, ThreadCall } from "../../../../core/contract/thread-call.ts";
import { type CallPeer, ThreadCalls } from "../../../../core/runs/thread-calls.ts";

/** A producer's end as calls need it: what it was told. */
class Peer implements CallPeer {
  readonly calls: ThreadCall[] = [];
  readonly settledCalls: SettledCall[] = [];

  call(call: ThreadCall): void {
    this.calls.push(call);
  }

  settle(settled: SettledCall): void {
    this.settledCalls.push(settled);
  }
}

const call = { run: 1, call: 1, target: "slowFunction", args: "[1]" };
const returned = { run: 1, call: 1, how: "returned", value: 42 } as const;

describe("calls of a run's coroutines", () => {
  let server: Peer;
  let asker: Peer;
  beforeEach(() => {
    server = new Peer();
    asker = new Peer();
  });

  test("go to its thread host, and what came of them goes back, once", () => {
    const calls = new ThreadCalls(server);
    calls.called(call, asker);
    calls.settled(returned);
    calls.settled(returned);
    expect(server.calls).toEqual([call]);
    expect(asker.settledCalls).toEqual([returned]);
  });

  test("come to nothing, with a sentence, in a run that has no threads", () => {
    const calls = new ThreadCalls(undefined);
    calls.called(call, asker);
    expect(asker.settledCalls).toEqual([
      { run: 1, call: 1, how: "raised", error: expect.stringMatching(/^RuntimeError: this run has no threads/) },
    ]);
  });

  test("that are open come to nothing when the host is lost, and so do those that follow", () => {
    const calls = new ThreadCalls(server);
    calls.called(call, asker);
    calls.lost(new Peer(), "another");
    expect(asker.settledCalls).toEqual([]);
    calls.lost(server, "it died");
    calls.called({ ...call, call: 2 }, asker);
    calls.settled(returned);
    expect(asker.settledCalls.map(({ call: number, error }) => [number, error])).toEqual([
      [1, "RuntimeError: it died"],
      [2, "RuntimeError: it died"],
    ]);
    expect(server.calls).toEqual([call]);
  });

  test("under a number that is open already are refused, and the first is not disturbed", () => {
    const calls = new ThreadCalls(server);
    calls.called(call, asker);
    const second = new Peer();
    calls.called(call, second);
    expect(second.settledCalls).toMatchObject([{ how: "raised" }]);
    calls.settled(returned);
    expect(asker.settledCalls).toEqual([returned]);
  });

  test("are served by that host alone", () => {
    const calls = new ThreadCalls(server);
    expect([calls.isServedBy(server), calls.isServedBy(asker)]).toEqual([true, false]);
    expect(new ThreadCalls(undefined).isServedBy(server)).toBe(false);
  });

  test("go back each to who asked, in whatever order they end", () => {
    const calls = new ThreadCalls(server);
    const other = new Peer();
    calls.called(call, asker);
    calls.called({ ...call, call: 2 }, other);
    calls.settled({ ...returned, call: 2 });
    expect([asker.settledCalls, other.settledCalls]).toEqual([[], [{ ...returned, call: 2 }]]);
    calls.settled(returned);
    expect(asker.settledCalls).toEqual([returned]);
  });

  test("may be made again under a number that was settled", () => {
    const calls = new ThreadCalls(server);
    calls.called(call, asker);
    calls.settled(returned);
    calls.called(call, asker);
    expect(server.calls).toEqual([call, call]);
  });

  test("under an open number are refused with the run's own number and a sentence", () => {
    const calls = new ThreadCalls(server);
    calls.called({ ...call, run: 9 }, asker);
    const second = new Peer();
    calls.called({ ...call, run: 9 }, second);
    expect(second.settledCalls).toEqual([
      { run: 9, call: 1, how: "raised", error: "RuntimeError: call 1 was made before" },
    ]);
  });

  test("that were settled before the host was lost are not settled again", () => {
    const calls = new ThreadCalls(server);
    calls.called(call, asker);
    calls.settled(returned);
    calls.called({ ...call, call: 2 }, asker);
    calls.lost(server, "it died");
    calls.lost(server, "it died again");
    expect(asker.settledCalls.map(({ call: number, how }) => [number, how])).toEqual([
      [1, "returned"],
      [2, "raised"],
    ]);
  });
});
