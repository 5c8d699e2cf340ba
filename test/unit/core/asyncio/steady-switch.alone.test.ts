import { Session } from "node:inspector/promises";
import { expect, test } from "vitest";
import { coroutine, createTask, sleep } from "../../../../core/asyncio/index.ts";
import { VirtualEventLoop } from "../../../../core/asyncio/virtual-clock.ts";

const tasks = 100;

const turning = coroutine(function* turning(turns: number) {
  for (let turn = 0; turn < turns; turn++) yield* sleep(0);
});

const turnAll = coroutine(function* turnAll(turns: number) {
  const all = Array.from({ length: tasks }, () => createTask(turning(turns)));
  for (const task of all) yield* task;
});

function run(switches: number): void {
  const loop = new VirtualEventLoop();
  loop.runUntilComplete(turnAll(switches / tasks));
  loop.close();
}

interface Node {
  readonly callFrame: { readonly functionName: string };
  readonly selfSize: number;
  readonly children: readonly Node[];
}

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) yield* nodesOf(child);
}

/** Bytes that each function allocated while `action` ran, what was collected meanwhile included; by sampling. */
async function allocatedBy(action: () => void): Promise<ReadonlyMap<string, number>> {
  const session = new Session();
  session.connect();
  await session.post("HeapProfiler.startSampling", {
    samplingInterval: 8_192,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  action();
  const { profile } = await session.post("HeapProfiler.stopSampling");
  session.disconnect();
  const bytes = new Map<string, number>();
  for (const { callFrame, selfSize } of nodesOf(profile.head)) {
    bytes.set(callFrame.functionName, (bytes.get(callFrame.functionName) ?? 0) + selfSize);
  }
  return bytes;
}

/** Makes the `sleep(0)`: which of them is named depends on what the compiler put into what. */
const awaitable = new Set(["turning", "sleep", "OneTurnSleep", "Sleeping", "Coroutine"]);

test("a switch allocates what the program awaits, and nothing else", async () => {
  // Compiled code keeps to itself what the interpreter allocates, such as the numbers of a loop.
  run(200_000);
  const switches = 200_000;
  const bytes = await allocatedBy(() => run(switches));
  const each = [...bytes].map(([name, total]) => ({ name, bytes: total / switches }));
  const others = each.filter(({ name, bytes: size }) => size >= 4 && !awaitable.has(name));
  expect(others).toEqual([]);
  // A `sleep(0)` object: three words of V8's own and three fields.
  expect(each.reduce((sum, { bytes: size }) => sum + size, 0)).toBeLessThan(64);
});
