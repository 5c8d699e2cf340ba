/**
 * Entry of the worker threads of the benchmark `threads`.
 */
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { tieToHrtime } from "../../core/thread-host/hrtime-clock.ts";
import { programOf } from "../../core/thread-host/lesson-program.ts";
import { asWorkerBoot } from "../../core/thread-host/worker-messages.ts";
import { bareBodies, barePrograms } from "./threads/bare.ts";
import { libraryBodies, libraryPrograms } from "./threads/library.ts";
import { liveQuietly } from "./threads/quiet-worker.ts";

const port = parentPort;
if (port === null) throw new Error("threads-worker runs only as a worker of the benchmark");

const programs = Object.fromEntries([
  ...Object.entries(libraryPrograms).map(
    ([row, main]) => [`library: ${row}`, { module: libraryBodies, main }] as const,
  ),
  ...Object.entries(barePrograms).map(([row, main]) => [`bare: ${row}`, { module: bareBodies, main }] as const),
]);

liveQuietly({
  boot: asWorkerBoot(workerData),
  receive: () => receiveMessageOnPort(port)?.message,
  post: (news) => port.postMessage(news),
  now: tieToHrtime(() => performance.now(), process.hrtime.bigint),
  program: (lesson) => programOf(lesson, programs),
});
