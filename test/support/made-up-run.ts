/**
 * A made-up recording of one job, two ways: plausible, and the same each time. For tests of drawing and for looking at
 * the picture; nothing in it ran.
 */
import { noLane } from "../../core/trace/ids.ts";
import { madeUpCoroutines } from "./made-up-coroutines.ts";
import type { MadeUpProgram } from "./made-up-plan.ts";
import { madeUpThreads } from "./made-up-threads.ts";
import { type Arrival, MadeUpWorld } from "./made-up-world.ts";

export interface MadeUpOptions {
  /** Seconds that the slow job takes. */
  readonly job?: number;
  /** Seconds between two frames. */
  readonly frame?: number;
  /** Seconds after which a person presses Cancel. */
  readonly cancelAfter?: number;
  readonly modes?: readonly ("threads" | "coroutines")[];
}

/** The recording in order of arrival at the timeline. */
export function madeUpRun(options: MadeUpOptions = {}): readonly Arrival[] {
  const world = new MadeUpWorld();
  const main = world.voice(0);
  const mainLane = main.writer.laneCreated(world.now, "process", "main", "main process 4083", noLane, noLane);
  const plan = { job: (options.job ?? 3) * 1e6, frame: (options.frame ?? 0.1) * 1e6, world, main, mainLane };
  const modes = options.modes ?? ["threads", "coroutines"];
  const programs: MadeUpProgram[] = [];
  if (modes.includes("threads")) programs.push(madeUpThreads(plan));
  if (modes.includes("coroutines")) programs.push(madeUpCoroutines(plan));
  if (options.cancelAfter !== undefined) {
    world.after(200_000 + options.cancelAfter * 1e6, () => {
      for (const program of programs) program.cancel();
    });
  }
  return world.run(16_000);
}
