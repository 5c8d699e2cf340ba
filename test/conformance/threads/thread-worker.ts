/**
 * Entry of the conformance runner's worker threads: the product's, with a scenario's file in a lesson's place.
 */
import "../../support/mutants/count-in-worker.ts";
import { readFileSync } from "node:fs";
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { tieToHrtime } from "../../../core/thread-host/hrtime-clock.ts";
import { liveAsWorker } from "../../../core/thread-host/worker-life.ts";
import { asWorkerBoot } from "../../../core/thread-host/worker-messages.ts";
import { ThreadScenario } from "./thread-scenario.ts";

const port = parentPort;
if (port === null) throw new Error("this file runs only as a worker thread of the conformance runner");

liveAsWorker({
  boot: asWorkerBoot(workerData),
  receive: () => receiveMessageOnPort(port)?.message,
  post: (news) => port.postMessage(news),
  now: tieToHrtime(() => performance.now(), process.hrtime.bigint),
  program: (file) => new ThreadScenario(JSON.parse(readFileSync(file, "utf8"))).program,
});
