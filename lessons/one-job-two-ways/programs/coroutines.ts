import { CancelledError, coroutine, ensureFuture, getEventLoop, sleep } from "spinscope/asyncio";
import { print, range, write } from "spinscope/programs";

const frames = "|/-\\";

export const spin = coroutine(function* spin(message: string, frame: number) {
  let status = "";
  for (let turn = 0; ; turn++) {
    status = `${frames.charAt(turn % frames.length)} ${message}`;
    write(status);
    write("\b".repeat(status.length));
    try {
      yield* sleep(frame);
    } catch (error) {
      if (error instanceof CancelledError) break;
      throw error;
    }
  }
  write(" ".repeat(status.length) + "\b".repeat(status.length));
});

export const slowFunction = coroutine(function* slowFunction(seconds: number) {
  yield* sleep(seconds);
  return 42;
});

export const supervisor = coroutine(function* supervisor(message: string, frame: number, job: number, count: number) {
  const spinners = range(count).map(() => ensureFuture(spin(message, frame)));
  print("spinner object:", ...spinners);
  const result = yield* slowFunction(job);
  for (const spinner of spinners) spinner.cancel();
  return result;
});

export async function main(message: string, frame: number, job: number, count = 1) {
  const loop = getEventLoop();
  const result = await loop.runUntilComplete(supervisor(message, frame, job, count));
  print("Answer:", result);
  return result;
}
