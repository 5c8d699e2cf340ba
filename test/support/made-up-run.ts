/**
 * A made-up recording of one job, two ways: plausible, and the same each time. For tests of drawing and for looking at
 * the picture; nothing in it ran.
 */
import { type LaneId, noLane } from "../../core/trace/ids.ts";
import { madeUpCoroutines } from "./made-up-coroutines.ts";
import { madeUpThreads } from "./made-up-threads.ts";
import { type Arrival, MadeUpWorld, type Voice } from "./made-up-world.ts";

export interface MadeUpOptions {
  /** Seconds that the slow job takes. */
  readonly job?: number;
  /** Seconds between two frames. */
  readonly frame?: number;
  /** Seconds after which a person presses Cancel. */
  readonly cancelAfter?: number;
  readonly modes?: readonly ("threads" | "coroutines")[];
}

/** What the programs of a made-up run are told, in µs. */
export interface MadeUpPlan {
  readonly job: number;
  readonly frame: number;
  readonly world: MadeUpWorld;
  readonly main: Voice;
  readonly mainLane: LaneId;
}

/** A program of the made-up run: how main asks its spinner to stop. */
export interface MadeUpProgram {
  cancel(): void;
}

/** The recording in order of arrival at the timeline. */
export function madeUpRun(options: MadeUpOptions = {}): readonly Arrival[] {
  const world = new MadeUpWorld();
  const main = world.voice(0);
  const mainLane = main.writer.laneCreated(world.now, "process", "main", "main 4083", noLane, noLane);
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

/** A message from one process to another; `act` is what its receiver does with it. */
export function send(
  world: MadeUpWorld,
  from: { readonly voice: Voice; readonly lane: LaneId },
  to: { readonly voice: Voice; readonly lane: LaneId },
  channel: string,
  latency: number,
  act: () => void,
): void {
  const { producer } = from.voice.writer;
  const id = from.voice.writer.messageSent(world.now, from.lane, to.lane, channel, 24);
  world.after(latency, () => {
    to.voice.writer.messageReceived(world.now, to.lane, producer, id, from.lane, channel, 24);
    act();
    to.voice.writer.messageHandled(world.now, to.lane, producer, id, from.lane, channel);
  });
}
