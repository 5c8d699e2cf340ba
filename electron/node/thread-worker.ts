/**
 * Entry of a worker thread: parks until a run adopts it, runs one thread of a lesson's program, and is done.
 */
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { tieToHrtime } from "../../core/thread-host/hrtime-clock.ts";
import { programOf } from "../../core/thread-host/lesson-program.ts";
import { liveAsWorker } from "../../core/thread-host/worker-life.ts";
import { asWorkerBoot } from "../../core/thread-host/worker-messages.ts";
import { threadPrograms } from "../../lessons/thread-programs.ts";

const port = parentPort;
if (port === null) throw new Error("thread-worker runs only as a worker of the thread host");

liveAsWorker({
  boot: asWorkerBoot(workerData),
  receive: () => receiveMessageOnPort(port)?.message,
  post: (news) => port.postMessage(news),
  now: tieToHrtime(() => performance.now(), process.hrtime.bigint),
  program: (lesson) => programOf(lesson, threadPrograms),
});
