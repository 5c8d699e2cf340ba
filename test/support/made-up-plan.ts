/** What the programs of a made-up run share: what they are told, and how their processes send messages. */
import type { LaneId } from "../../core/trace/ids.ts";
import type { MadeUpWorld, Voice } from "./made-up-world.ts";

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
