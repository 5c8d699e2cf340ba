/** The threads' half of the made-up run: a supervisor that blocks, and a spinner that has to be asked. */
import { noLane, noProducer } from "../../core/trace/ids.ts";
import { type MadeUpPlan, type MadeUpProgram, send } from "./made-up-plan.ts";

const file = "threads.ts";

export function madeUpThreads({ world, main, mainLane, job, frame }: MadeUpPlan): MadeUpProgram {
  const host = world.voice(16);
  const first = world.voice(17);
  const second = world.voice(18);
  const a = host.writer.laneCreated(world.now + 10_000, "process", "threads", "utility process 4127", noLane, mainLane);
  const b = host.writer.laneCreated(world.now + 11_000, "thread", "threads", "MainThread", a, a);
  const mainEnd = { voice: main, lane: mainLane };
  const hostEnd = { voice: host, lane: a };
  let set = -1;
  let setBy = noProducer;
  let seen = false;
  let joining = false;
  let ended = -1;
  let spinner = b;

  const line = (n: number) => first.writer.line(world.now, b, file, n);
  world.after(200_000, () => send(world, mainEnd, hostEnd, "start", world.jitter(180, 400), supervisor));

  function supervisor() {
    world.after(120, () => {
      host.writer.laneStarted(world.now, b);
      world.after(90, () => {
        first.writer.run(world.now, b, noProducer, 0);
        line(27);
        spinner = first.writer.laneCreated(world.now + 60, "thread", "threads", "Thread-1 (spin)", a, b);
        first.writer.output(world.now + 90, b, "spinner object: <Thread(Thread-1 (spin), initial)>\n");
        first.writer.laneStarted(world.now + 420, spinner);
        world.after(600, spin);
        world.after(480, () => {
          line(21);
          first.writer.wait(world.now, b, "sleep", noLane, job / 1_000);
          world.after(job + world.jitter(90, 900), answer);
        });
      });
    });
  }

  let turn = 0;
  function spin() {
    second.writer.run(world.now, spinner, noProducer, 0);
    if (turn > 0 && set >= 0 && !seen) {
      seen = true;
      second.writer.signalSeen(world.now, spinner, setBy, set);
      second.writer.output(world.now + 20, spinner, `${" ".repeat(11)}${"\b".repeat(11)}`);
      world.after(60, () => {
        ended = second.writer.laneEnded(world.now, spinner, "returned");
        if (joining) world.after(world.jitter(120, 300), joined);
      });
      return;
    }
    second.writer.output(world.now + 15, spinner, `${"|/-\\".charAt(turn++ % 4)} thinking!`);
    second.writer.output(world.now + 30, spinner, "\b".repeat(11));
    second.writer.line(world.now + 40, spinner, file, 13);
    const worked = world.jitter(60, 200);
    world.after(worked, () => {
      second.writer.wait(world.now, spinner, "sleep", noLane, frame / 1_000);
      world.after(frame + world.jitter(70, 900), spin);
    });
  }

  function answer() {
    first.writer.run(world.now, b, noProducer, 0);
    line(31);
    world.after(80, () => {
      if (set < 0) {
        set = first.writer.signalSet(world.now, b, noProducer, 0);
        setBy = first.writer.producer;
      }
      first.writer.joinBegan(world.now + 40, b, spinner);
      first.writer.wait(world.now + 40, b, "join", spinner, Number.NaN);
      joining = true;
      if (ended >= 0) world.after(60, joined);
    });
  }

  function joined() {
    first.writer.joinEnded(world.now, b, spinner, "ended", second.writer.producer, ended);
    first.writer.run(world.now, b, noProducer, 0);
    first.writer.output(world.now + 70, b, "Answer: 42\n");
    world.after(160, () => {
      first.writer.laneEnded(world.now, b, "returned", { value: 42 });
      world.after(900, () => {
        host.writer.laneEnded(world.now, a, "returned");
        send(world, hostEnd, mainEnd, "ended", world.jitter(200, 500), () => {});
      });
    });
  }

  return {
    cancel: () =>
      send(world, mainEnd, hostEnd, "cancel", world.jitter(180, 400), () => {
        if (set >= 0) return;
        set = host.writer.signalSet(world.now, a, noProducer, 0);
        setBy = host.writer.producer;
      }),
  };
}
