/**
 * A small Electron app that posts to utility processes and ends them, over and over, at every moment around their end, by
 * the product's own supervision; a main that crashed of it says nothing. Its last line tells how the ends were told.
 */
import { join } from "node:path";
import { app } from "electron/main";
import { forkUtility, watchUtilities } from "../../../../electron/main/runs/fork.ts";
import { UtilityChild } from "../../../../electron/main/runs/utility-child.ts";
import { after } from "../../../../electron/node/timers.ts";

/** Processes that live at the same time. */
const abreast = 4;
/** How a process comes to its end: by main's word, by its own, by an error, by a signal from elsewhere. */
const ways = ["end", "exit", "throw", "block", "SIGKILL"] as const;

const children = new Map<string, UtilityChild>();
const pause = (ms: number) => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), ms));
/** How long a round may take before it counts as stuck, ms. */
const patience = 30_000;

/** One process from its fork to its end. Resolves with how often its end was told, and whether rightly. */
async function round(number: number): Promise<{ readonly told: number; readonly isRight: boolean }> {
  const way = ways[number % ways.length] ?? "end";
  const { name, process: forked } = forkUtility(join(__dirname, "utility.cjs"), () => {});
  let told = 0;
  let wasAsked: boolean | undefined;
  const ended = new Promise<void>((resolve) => {
    const child = new UtilityChild({
      name,
      process: forked,
      after,
      force: (pid) => void process.kill(pid, "SIGKILL"),
      onGone: (_reason, asked) => {
        told += 1;
        wasAsked = asked;
        child.wire.post("while its end is told");
        child.end("while its end is told");
        resolve();
      },
    });
    children.set(name, child);
  });
  const child = children.get(name);
  // From before it has spawned until after it has answered.
  await pause(Math.random() * 120);
  for (let n = 0; n < 50; n++) child?.wire.post(`message ${n}`);
  if (way === "SIGKILL" && forked.pid !== undefined) process.kill(forked.pid, "SIGKILL");
  else if (way !== "end" && way !== "SIGKILL") child?.wire.post(way);
  if (number % 2 === 0) await pause(Math.random() * 15);
  child?.wire.post("just before the end");
  // Whoever does not end by itself is ended; also one that is about to.
  if (way === "end" || way === "block" || way === "SIGKILL" || number % 3 === 0) child?.end("the round is over");
  for (let n = 0; n < 10; n++) child?.wire.post("after the end");
  await ended;
  child?.wire.post("after its end was told");
  await pause(5);
  children.delete(name);
  const mustBeAsked = way === "end" || way === "block";
  return { told, isRight: mustBeAsked ? wasAsked === true : wasAsked !== undefined };
}

async function run(): Promise<void> {
  await app.whenReady();
  watchUtilities((name, reason) => children.get(name)?.gone(reason));
  const total = Number(app.commandLine.getSwitchValue("rounds"));
  let begun = 0;
  const counts = { rounds: 0, toldOnce: 0, right: 0, stuck: 0 };
  const lane = async () => {
    while (begun < total) {
      const ended = await Promise.race([round(begun++), pause(patience)]);
      counts.rounds += 1;
      if (ended === undefined) counts.stuck += 1;
      const { told, isRight } = ended ?? { told: 0, isRight: false };
      if (told === 1) counts.toldOnce += 1;
      if (isRight) counts.right += 1;
    }
  };
  await Promise.all(Array.from({ length: abreast }, lane));
  await pause(500);
  const left = app.getAppMetrics().filter(({ type, name }) => type === "Utility" && name?.startsWith("Spinscope"));
  process.stdout.write(`${JSON.stringify({ ...counts, left: left.length })}\n`);
  app.exit(0);
}

void run();
