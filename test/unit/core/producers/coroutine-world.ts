/**
 * A coroutine producer and main's side of it, joined by wires in memory, on a clock that stands still.
 */
import { HostedEventLoop } from "../../../../core/asyncio/hosted-loop.ts";
import type { RunState } from "../../../../core/contract/run.ts";
import type { CoroutineMain } from "../../../../core/producers/coroutine-environment.ts";
import { CoroutineProducer } from "../../../../core/producers/coroutine-producer.ts";
import { ProducerEndpoint } from "../../../../core/runs/producer-endpoint.ts";
import { Run } from "../../../../core/runs/run.ts";
import { ConsoleFold } from "../../../../core/trace/folds/consoles.ts";
import { isWarning } from "../../../../core/trace/folds/moments.ts";
import { isLaneId, producerId } from "../../../../core/trace/ids.ts";
import { ManualHost } from "../../../support/manual-host.ts";
import { ManualTime } from "../../../support/manual-time.ts";
import { memoryWires } from "../../../support/memory-wire.ts";
import { KeptFeed, KeptJournal } from "../../../support/recorded.ts";

export class CoroutineWorld {
  readonly time = new ManualTime();
  readonly wires = memoryWires();
  readonly states: RunState[] = [];
  readonly producer: CoroutineProducer;
  readonly endpoint: ProducerEndpoint;
  feed = new KeptFeed();

  constructor(programs: Readonly<Record<string, CoroutineMain>>) {
    const { time, wires } = this;
    this.producer = new CoroutineProducer({
      wire: wires.far,
      processName: (pid) => `renderer ${pid}`,
      now: time.now,
      onMainClock: false,
      createLoop: () => new HostedEventLoop(new ManualHost(time)),
      programs,
      after: time.after,
      every: (ms, action) => {
        let end = () => {};
        const again = () => {
          end = time.after(ms, () => {
            action();
            again();
          });
        };
        again();
        return () => end();
      },
    });
    this.endpoint = new ProducerEndpoint({
      mode: "coroutines",
      wire: wires.near,
      producerBase: producerId(1),
      producers: 1,
      clock: { id: 1, kind: "performance", errorUs: 0 },
      pid: () => 4098,
      now: time.now,
      patience: 500,
      kill: () => {},
    });
  }

  /** Lets `ms` pass in small steps, so that messages and promises get through as they would. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 5) {
      this.time.advance(Math.min(5, left));
      this.wires.deliver();
      for (let turn = 0; turn < 8; turn++) await Promise.resolve();
      this.wires.deliver();
    }
  }

  begin(lesson = "one-job-two-ways"): Run {
    const run = new Run({
      run: 1,
      lesson,
      parameters: { message: "thinking!", frame: 0.1, job: 1, spinners: 1 },
      endpoints: [this.endpoint],
      recording: {
        pid: 42,
        journal: new KeptJournal(),
        feed: this.feed,
        createAlignment: () => ({ add: () => {}, toMain: (raw) => raw - 1_000_000, errorUs: () => 50 }),
      },
      wallClock: () => "2026-01-01T00:00:00.000Z",
      now: this.time.now,
      after: this.time.after,
      onChange: (state) => this.states.push(state),
    });
    run.begin();
    this.wires.deliver();
    return run;
  }

  consoleText(): string {
    const fold = new ConsoleFold();
    for (let row = 0; row < this.feed.table.length; row++) fold.row(this.feed.table, row);
    return fold.of("coroutines").text;
  }

  /** First lines of what came on standard error, each after the name of its lane. */
  warnings(): readonly string[] {
    const { table } = this.feed;
    const rows = Array.from({ length: table.length }, (_, row) => row).filter((row) => isWarning(table, row));
    return rows.map((row) => {
      const lane = table.lane(row);
      const name = isLaneId(lane) ? table.lanes.get(lane)?.name : undefined;
      const [first = ""] = table.text(row).split("\n");
      return `${name}: ${first.replace(/ took .*/, "")}`;
    });
  }
}
