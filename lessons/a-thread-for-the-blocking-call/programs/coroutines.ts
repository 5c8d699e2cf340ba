import { CancelledError, coroutine, createTask, getEventLoop, sleep, toThread } from "spinscope/asyncio";
import { print, write } from "spinscope/programs";
import { sleep as blockingSleep } from "spinscope/threading";

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

export function slowFunction(job: number) {
  blockingSleep(job);
  return 42;
}

export const supervisor = coroutine(function* supervisor(message: string, frame: number, job: number) {
  const spinner = createTask(spin(message, frame));
  print("spinner object:", spinner);
  const result = yield* toThread(slowFunction, job);
  spinner.cancel();
  return result;
});

export async function main(message: string, frame: number, job: number) {
  const loop = getEventLoop();
  const result = await loop.runUntilComplete(supervisor(message, frame, job));
  print("Answer:", result);
  return result;
}
