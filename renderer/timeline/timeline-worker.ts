/**
 * The timeline's worker: it draws on the canvas that the page gave away, from a recording that main sends it directly, so
 * that the picture goes on while the page's own thread is blocked. Here its parts are put together.
 */
import type { TimelineCommand, TimelineReport } from "../../core/contract/worker-protocol.ts";
import { portWire } from "../ports/port-wire.ts";
import { carryOut } from "./worker/commands.ts";
import { Feed } from "./worker/feed.ts";
import { loadFonts } from "./worker/fonts.ts";
import { Picture } from "./worker/picture.ts";
import { RafScheduler } from "./worker/raf-scheduler.ts";
import { ReportQueue, type Turns } from "./worker/report-queue.ts";
import { Reporter } from "./worker/reporter.ts";
import { SelectionReporter } from "./worker/selection-reporter.ts";
import { Selector } from "./worker/selector.ts";

type Command = TimelineCommand<OffscreenCanvas, MessagePort>;

declare const self: DedicatedWorkerGlobalScope;

/** From one picture to the next of a recording that comes faster than it is taken in, µs. */
const growthEvery = 100_000;

let carry: ((command: Command) => void) | undefined;
self.addEventListener("message", ({ data }: MessageEvent<Command>) => {
  if (data.type === "init") carry = open(data);
  else carry?.(data);
});

/** Opens the picture on its canvas. Returns what carries out the page's other commands. */
function open({ canvas, size, colours, language }: Extract<Command, { type: "init" }>): (command: Command) => void {
  const context = canvas.getContext("2d", { alpha: false });
  if (context === null) throw new Error("the timeline's canvas has no 2d context: close other windows and reload");
  const picture = new Picture(canvas, context, size, colours, language);
  const frames = new RafScheduler(
    (frame) => self.requestAnimationFrame(frame),
    () => {
      const moves = picture.draw(local());
      reporter.drawn();
      selections.drawn();
      queue.drawn();
      return moves;
    },
  );
  const queue = new ReportQueue(eventLoop, () => frames.isDue);
  const reporter = new Reporter(picture, queue, post, local);
  const selector = new Selector(picture, local);
  const selections = new SelectionReporter(picture, selector, queue, post, local, () => frames.dirty());
  let grownAt = Number.NEGATIVE_INFINITY;
  const feed = new Feed(
    {
      onBegin: (recording, lesson) => {
        frames.dirty();
        picture.show(recording);
        selections.begun(recording, lesson);
        reporter.turned();
      },
      onChange: () => {
        // While it comes faster than it is taken in, it is drawn now and then.
        if (!feed.isBehind || local() - grownAt >= growthEvery) {
          grownAt = local();
          frames.dirty();
        }
        reporter.changed();
        selections.changed();
      },
      onEnd: () => {
        frames.dirty();
        reporter.turned();
        selections.changed();
      },
      onRefused: (reason) => post({ type: "problem", text: reason }),
    },
    local,
    inLaterTurn(),
  );
  frames.dirty();
  void loadFonts(self).then(() => {
    picture.reletter();
    frames.dirty();
    post({ type: "ready" });
  });
  return (command) => {
    if (command.type === "init") return;
    if (command.type === "port") {
      feed.connect(portWire(command.port));
      return;
    }
    frames.dirty();
    carryOut(command, picture, selector, selections);
    reporter.pointed();
  };
}

const eventLoop: Turns = {
  now: () => performance.now(),
  later: (act, ms) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

/** Calls in a turn after the messages that have come: sooner than any timer does. */
function inLaterTurn(): (act: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.addEventListener("message", () => waiting.shift()?.());
  port1.start();
  return (act) => {
    waiting.push(act);
    port2.postMessage(0);
  };
}

/** The worker's own clock, µs. */
function local(): number {
  return performance.now() * 1_000;
}

function post(report: TimelineReport): void {
  self.postMessage(report);
}
