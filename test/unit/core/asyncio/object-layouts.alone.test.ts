import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { NodeHost } from "../../../../cli/hosts/node-host.ts";
import { HostedEventLoop } from "../../../../core/asyncio/hosted-loop.ts";
import { coroutine, createTask, type EventLoop, sleep, type Task } from "../../../../core/asyncio/index.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

const waitForNothing = coroutine(function* waitForNothing(loop: EventLoop) {
  yield* loop.createFuture();
});

const make = coroutine(function* make(loop: EventLoop, count: number) {
  const tasks: Task<void>[] = [];
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let at = 0; at < count; at++) tasks.push(createTask(waitForNothing(loop)));
  yield* sleep(0);
  collect();
  const bytes = (process.memoryUsage().heapUsed - before) / count;
  for (const task of tasks) task.cancel();
  yield* sleep(0);
  return bytes;
});

async function bytesEach(count: number): Promise<number> {
  const loop = new HostedEventLoop(new NodeHost());
  const bytes = await loop.runUntilComplete(make(loop, count));
  loop.close();
  return bytes;
}

test("a task is as small as ever after loops with few tasks came and went, each followed by a collection", async () => {
  for (let loops = 0; loops < 20; loops++) {
    await bytesEach(1);
    collect();
  }
  // So many that what the test runner keeps meanwhile does not count.
  expect(await bytesEach(50_000)).toBeLessThan(540);
});
