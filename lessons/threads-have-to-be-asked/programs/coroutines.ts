import { CancelledError, coroutine, ensureFuture, getEventLoop, sleep } from "spinscope/asyncio";
import { print, write } from "spinscope/programs";

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

export const supervisor = coroutine(function* supervisor(message: string, quick: number, slow: number, job: number) {
  const often = ensureFuture(spin(message, quick));
  const seldom = ensureFuture(spin(message, slow));
  print("spinner object:", seldom);
  print("has it a cancel()?", "cancel" in seldom);
  const result = yield* slowFunction(job);
  often.cancel();
  seldom.cancel();
  print("asked; done:", often.done(), seldom.done());
  yield* often;
  print("one has ended; done:", often.done(), seldom.done());
  yield* seldom;
  print("both have ended; done:", often.done(), seldom.done());
  return result;
});

export async function main(message: string, quick: number, slow: number, job: number) {
  const loop = getEventLoop();
  const result = await loop.runUntilComplete(supervisor(message, quick, slow, job));
  print("Answer:", result);
  return result;
}
