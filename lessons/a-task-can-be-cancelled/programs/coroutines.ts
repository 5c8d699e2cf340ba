import { CancelledError, coroutine, createTask, currentTask, gather, getEventLoop, sleep } from "spinscope/asyncio";
import { print, str, write } from "spinscope/programs";

const frames = "|/-\\";
const hour = 3600;

export const letThrough = coroutine(function* letThrough() {
  yield* sleep(hour);
});

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
  return "caught";
});

export const delayed = coroutine(function* delayed(pause: number) {
  try {
    yield* sleep(hour);
  } finally {
    yield* sleep(pause);
  }
});

export const refused = coroutine(function* refused(pause: number) {
  try {
    yield* sleep(hour);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    yield* sleep(pause);
    currentTask()?.uncancel();
  }
  yield* sleep(pause);
  return "went on";
});

export const neverBegun = coroutine(function* neverBegun() {
  print("this line never runs");
  yield* sleep(hour);
});

export const supervisor = coroutine(function* supervisor(message: string, frame: number, job: number, pause: number) {
  const coros = [letThrough(), spin(message, frame), delayed(pause), refused(pause)];
  const tasks = coros.map((each) => createTask<unknown>(each));
  print("spinner object:", tasks[1]);
  yield* sleep(job);
  tasks.push(createTask(neverBegun()));
  for (const task of tasks) task.cancel();
  const ends = yield* gather(tasks, { returnExceptions: true });
  for (const task of tasks) print(task);
  return ends.map((end) => (end instanceof CancelledError ? "cancelled" : str(end)));
});

export async function main(message: string, frame: number, job: number, pause: number) {
  const loop = getEventLoop();
  const result = await loop.runUntilComplete(supervisor(message, frame, job, pause));
  print("Ends:", result);
  return result;
}
