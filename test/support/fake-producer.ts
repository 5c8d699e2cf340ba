/**
 * The far end of a producer's wire, driven by hand: it gets ready by itself, then writes what the test says.
 */
import { Channel } from "../../core/contract/channel.ts";
import { fromProducer, toProducer } from "../../core/contract/producer-protocol.ts";
import type { Outcome } from "../../core/contract/run.ts";
import { laneOf, noLane, type ProducerId, producerId } from "../../core/trace/ids.ts";
import { MessageRecorder } from "../../core/trace/message-recorder.ts";
import { Recorder } from "../../core/trace/recorder.ts";
import { TaskWriter } from "../../core/trace/task-writer.ts";
import type { ManualTime } from "./manual-time.ts";
import type { MemoryWires } from "./memory-wire.ts";

export class FakeProducer {
  readonly commands: string[] = [];
  readonly channel: Channel<typeof fromProducer, typeof toProducer>;
  recorder: Recorder | undefined;
  writer: TaskWriter | undefined;
  run = 0;
  getsReady = true;
  readonly #time: ManualTime;

  constructor(wires: MemoryWires, time: ManualTime, role: "threads" | "coroutines") {
    this.#time = time;
    this.channel = new Channel({
      name: "fake",
      wire: wires.far,
      outgoing: fromProducer,
      incoming: toProducer,
      handlers: {
        prepare: ({ run, producerBase, clock }) => {
          this.commands.push("prepare");
          this.run = run;
          const recorder = new Recorder({ producer: producerBase });
          const writer = new TaskWriter(producerBase, recorder);
          this.recorder = recorder;
          this.writer = writer;
          const begin = () => {
            const producer = { id: producerBase, role, pid: 7, thread: 0, epoch: 0, clock, tail: "known" } as const;
            this.channel.send("producer", { run, producer });
            writer.laneCreated(time.nowUs, "process", role, `${role} 7`, noLane, noLane);
          };
          this.channel.record(new MessageRecorder(writer, laneOf(producerBase, 0), mainLane, time.now, begin));
          if (this.getsReady) this.channel.send("prepared", { run });
        },
        start: () => void this.commands.push("start"),
        cancel: () => void this.commands.push("cancel"),
        stop: () => void this.commands.push("stop"),
        call: () => void this.commands.push("call"),
        settled: () => void this.commands.push("settled"),
        finish: () => {
          this.commands.push("finish");
          this.bye();
        },
        acknowledge: ({ next }) => this.recorder?.acknowledge(next),
        pong: () => {},
        beat: () => this.channel.send("beat", {}),
      },
    });
  }

  get now(): number {
    return this.#time.nowUs;
  }

  get producer(): ProducerId {
    if (this.recorder === undefined) throw new Error("not prepared yet");
    return this.recorder.producer;
  }

  flush(): void {
    for (const batch of this.recorder?.flush() ?? []) this.channel.send("batch", { run: this.run, batch });
  }

  end(outcome: Outcome): void {
    this.channel.send("ended", { run: this.run, outcome });
    this.bye();
  }

  bye(): void {
    this.flush();
    const lastSeq = (this.recorder?.nextSeq ?? 0) - 1;
    this.channel.send("bye", { run: this.run, last: [{ producer: this.producer, lastSeq }] });
  }
}

const mainLane = laneOf(producerId(0), 0);
