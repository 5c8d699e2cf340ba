import { coroutine, createTask, type Future, getEventLoop, sleep, wait } from "spinscope/asyncio";
import { print, write } from "spinscope/programs";

const frames = "|/-\\";

export const spin = coroutine(function* spin(message: string, frame: number, turns: number) {
  let status = "";
  for (let turn = 0; turn < turns; turn++) {
    status = `${frames.charAt(turn % frames.length)} ${message}`;
    write(status);
    write("\b".repeat(status.length));
    yield* sleep(frame);
  }
  write(" ".repeat(status.length) + "\b".repeat(status.length));
  return 42;
});

export function report(task: Future<number>) {
  print("the callback asks for result():", task.result());
}

export const supervisor = coroutine(function* supervisor(message: string, frame: number, turns: number, limit: number) {
  const spinner = createTask(spin(message, frame, turns));
  print("spinner object:", spinner);
  spinner.addDoneCallback(report);
  yield* wait([spinner], { timeout: limit });
  print("after wait(timeout), done:", spinner.done());
  const value = yield* spinner;
  print("yield* gives:", value);
  return value;
});

export async function main(message: string, frame: number, turns: number, limit: number) {
  const loop = getEventLoop();
  const result = await loop.runUntilComplete(supervisor(message, frame, turns, limit));
  print("Answer:", result);
  return result;
}
