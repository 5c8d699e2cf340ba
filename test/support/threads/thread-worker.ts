/**
 * Entry of the tests' worker threads: the product's, with the tests' programs beside the lessons'.
 */
import "../mutants/count-in-worker.ts";
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { tieToHrtime } from "../../../core/thread-host/hrtime-clock.ts";
import { programOf } from "../../../core/thread-host/lesson-program.ts";
import { liveAsWorker } from "../../../core/thread-host/worker-life.ts";
import { asWorkerBoot } from "../../../core/thread-host/worker-messages.ts";
import { threadPrograms } from "../../../lessons/thread-programs.ts";
import { bridgePrograms } from "./bridge-programs.ts";
import { testPrograms } from "./programs.ts";
import { racePrograms } from "./race-programs.ts";
import { randomPrograms } from "./random-programs.ts";

const port = parentPort;
if (port === null) throw new Error("this file runs only as a worker thread of a test");

const programs = { ...threadPrograms, ...testPrograms, ...bridgePrograms, ...racePrograms, ...randomPrograms };

liveAsWorker({
  boot: asWorkerBoot(workerData),
  receive: () => receiveMessageOnPort(port)?.message,
  post: (news) => port.postMessage(news),
  now: tieToHrtime(() => performance.now(), process.hrtime.bigint),
  program: (lesson) => programOf(lesson, programs),
});
