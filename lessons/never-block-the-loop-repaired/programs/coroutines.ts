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

export const slowFunction = coroutine(function* slowFunction(calm: number, block: number) {
  yield* sleep(calm);
  yield* sleep(block);
  yield* sleep(calm);
  return 42;
});

export const supervisor = coroutine(function* supervisor(message: string, frame: number, calm: number, block: number) {
  const spinner = ensureFuture(spin(message, frame));
  print("spinner object:", spinner);
  const result = yield* slowFunction(calm, block);
  spinner.cancel();
  return result;
});

export async function main(message: string, frame: number, calm: number, block: number) {
  const loop = getEventLoop();
  const result = await loop.runUntilComplete(supervisor(message, frame, calm, block));
  print("Answer:", result);
  return result;
}
