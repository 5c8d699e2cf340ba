/**
 * The page that plays a made-up run in real time into the product's own view and worker, as main would feed it.
 */
import "../../../renderer/style/index.css";
import { render } from "preact";
import { Channel } from "../../../core/contract/channel.ts";
import { fromTimeline, toTimeline } from "../../../core/contract/timeline-protocol.ts";
import { portWire } from "../../../renderer/ports/port-wire.ts";
import { createTimelineWorker } from "../../../renderer/timeline/create-worker.ts";
import { TimelineClient } from "../../../renderer/timeline/timeline-client.ts";
import { TimelineView } from "../../../renderer/timeline/timeline-view.tsx";
import { type MadeUpOptions, madeUpRun } from "../made-up-run.ts";

const { port1, port2 } = new MessageChannel();
const timeline = new TimelineClient(createTimelineWorker());
let taken = 0;
const channel = new Channel({
  name: "harness",
  wire: portWire(port1),
  outgoing: toTimeline,
  incoming: fromTimeline,
  handlers: {
    taken: ({ events }) => {
      taken = events;
    },
  },
});
let run = 0;

/** Plays a run from `from` seconds on, at its own pace; settles when it has been played. */
async function play(options: MadeUpOptions, from: number): Promise<void> {
  run += 1;
  channel.send("begin", { run, lesson: "one-job-two-ways", modes: ["threads", "coroutines"], parameters: {} });
  const arrivals = madeUpRun(options);
  const start = performance.now() - from * 1_000;
  for (const { at, batch } of arrivals) {
    const wait = at / 1_000 - (performance.now() - start);
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    channel.send("batch", { run, batch });
  }
  channel.send("alignment", { run, errorUs: 80 });
  channel.send("end", { run, end: arrivals.at(-1)?.at ?? 0, dropped: 0 });
}

Object.assign(globalThis, { play, timeline, takenEvents: () => taken });
render(
  <div class="timeline-place" id="place">
    <TimelineView timeline={timeline} hint="Press Run" />
  </div>,
  document.body,
);
timeline.connect(port2);
