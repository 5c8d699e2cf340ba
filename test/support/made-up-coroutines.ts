/** The coroutines' half of the made-up run: one loop, a supervisor that awaits, and a spinner that is cancelled. */
import { type LaneId, noLane, noProducer } from "../../core/trace/ids.ts";
import { type MadeUpPlan, type MadeUpProgram, send } from "./made-up-plan.ts";

const file = "coroutines.ts";

export function madeUpCoroutines({ world, main, mainLane, job, frame }: MadeUpPlan): MadeUpProgram {
  const page = world.voice(1);
  const { writer } = page;
  const process = writer.laneCreated(world.now + 12_000, "process", "coroutines", "renderer 4098", noLane, mainLane);
  const loop = writer.laneCreated(world.now + 12_500, "loop", "coroutines", "event loop", process, process);
  const mainEnd = { voice: main, lane: mainLane };
  const pageEnd = { voice: page, lane: process };
  let turns = 0;
  let supervisor: LaneId = loop;
  let spinner: LaneId = loop;
  let frames = 0;
  let asked = -1;
  let spinnerDone = false;

  world.after(200_000, () =>
    send(world, mainEnd, pageEnd, "start", world.jitter(200, 500), () => {
      supervisor = task("Task-1");
      world.after(150, () => turn(began));
    }),
  );

  function task(name: string): LaneId {
    const lane = writer.laneCreated(world.now, "task", "coroutines", name, loop, process);
    writer.laneStarted(world.now, lane);
    writer.ready(world.now, lane, noProducer, 0);
    return lane;
  }

  /** One turn of the loop; `steps` runs the ready tasks from `world.now` on and returns how long they took. */
  function turn(steps: () => number) {
    turns += 1;
    writer.turnBegan(world.now, loop, turns);
    world.after(0, () => {
      const took = steps();
      world.after(took, () => writer.turnEnded(world.now, loop, turns));
    });
  }

  function began(): number {
    writer.run(world.now, supervisor, noProducer, 0);
    writer.line(world.now + 20, supervisor, file, 36);
    world.after(90, () => {
      spinner = task("Task-2");
      writer.output(
        world.now + 60,
        supervisor,
        "spinner object: <Task pending name='Task-2' coro=<spin() running at coroutines.ts:9>>\n",
      );
      writer.line(world.now + 80, supervisor, file, 38);
      writer.wait(world.now + 110, supervisor, "sleep", noLane, job / 1_000);
      world.after(110 + job + world.jitter(250, 1_200), () => turn(answered));
      world.after(160, () => turn(spin));
    });
    return 210;
  }

  function spin(): number {
    if (spinnerDone) return 5;
    writer.run(world.now, spinner, noProducer, 0);
    if (asked >= 0) return delivered();
    writer.output(world.now + 20, spinner, `${"|/-\\".charAt(frames++ % 4)} thinking!`);
    writer.output(world.now + 35, spinner, "\b".repeat(11));
    writer.line(world.now + 40, spinner, file, 13);
    const took = world.jitter(90, 260);
    world.after(took, () => {
      writer.wait(world.now, spinner, "sleep", noLane, frame / 1_000);
      world.after(frame + world.jitter(250, 1_400), () => {
        if (spinnerDone || asked >= 0) return;
        writer.ready(world.now, spinner, noProducer, 0);
        world.after(world.jitter(10, 60), () => turn(spin));
      });
    });
    return took;
  }

  function delivered(): number {
    spinnerDone = true;
    writer.cancelDelivered(world.now, spinner, writer.producer, asked, noProducer, 0);
    writer.output(world.now + 40, spinner, `${" ".repeat(11)}${"\b".repeat(11)}`);
    writer.laneEnded(world.now + 90, spinner, "returned");
    return 95;
  }

  function request(by: LaneId) {
    if (asked >= 0 || spinnerDone) return;
    asked = writer.cancelRequested(world.now, by, spinner, noProducer, 0);
    writer.ready(world.now, spinner, writer.producer, asked);
    world.after(180, () => turn(spin));
  }

  function answered(): number {
    writer.run(world.now, supervisor, noProducer, 0);
    writer.line(world.now + 20, supervisor, file, 39);
    world.after(70, () => {
      request(supervisor);
      writer.laneEnded(world.now + 40, supervisor, "returned", { value: 42 });
      writer.output(world.now + 300, loop, "Answer: 42\n");
      world.after(900, () => {
        writer.laneEnded(world.now, loop, "returned");
        send(world, pageEnd, mainEnd, "ended", world.jitter(200, 500), () => {});
      });
    });
    return 130;
  }

  return {
    cancel: () => send(world, mainEnd, pageEnd, "cancel", world.jitter(180, 400), () => request(process)),
  };
}
