/**
 * A made-up program in a producer that is driven by hand: lanes that are made, joined, cancelled and end, a step at a
 * time, so that commands, deaths and messages can come between any two of them. What it writes is well-formed; only who
 * comes first is open.
 */
import { type LaneId, laneOf, noLane, noProducer } from "../../core/trace/ids.ts";
import type { TaskWriter } from "../../core/trace/task-writer.ts";
import type { FakeProducer } from "./fake-producer.ts";

interface Child {
  readonly lane: LaneId;
  /** Number of the request, once it was asked to end. */
  asked?: number;
}

export type ProgramStep = "make" | "cancel" | "return" | "join" | "flush" | "end" | "bye";

export class MadeUpProgram {
  readonly #producer: FakeProducer;
  readonly #role: "threads" | "coroutines";
  #children: Child[] = [];
  #main: LaneId | undefined;
  #joining: LaneId | undefined;
  #made = 0;
  #isOver = false;
  #hasSaidBye = false;

  constructor(producer: FakeProducer, role: "threads" | "coroutines") {
    this.#producer = producer;
    this.#role = role;
  }

  step(step: ProgramStep): void {
    if (!this.#producer.commands.includes("start") || this.#hasSaidBye) return;
    const writer = this.#begun();
    switch (step) {
      case "make":
        if (!this.#isOver) this.#children.push({ lane: this.#lane(writer) });
        break;
      case "cancel":
        this.#cancel(writer);
        break;
      case "return":
        this.#return(writer);
        break;
      case "join":
        this.#join(writer);
        break;
      case "flush":
        this.#producer.flush();
        break;
      case "end":
        this.#end(writer);
        break;
      case "bye":
        if (!this.#isOver && !this.#producer.commands.includes("stop")) return;
        this.#hasSaidBye = true;
        this.#producer.bye();
    }
  }

  #begun(): TaskWriter {
    const { writer } = this.#producer;
    if (writer === undefined) throw new Error("a program begins when its producer is prepared");
    this.#main ??= this.#lane(writer);
    return writer;
  }

  #lane(writer: TaskWriter): LaneId {
    const [kind, name] = this.#role === "threads" ? (["thread", "Thread"] as const) : (["task", "Task"] as const);
    this.#made += 1;
    const process = laneOf(this.#producer.producer, 0);
    const lane = writer.laneCreated(this.#now, kind, this.#role, `${name}-${this.#made}`, process, noLane);
    writer.laneStarted(this.#now, lane);
    return lane;
  }

  #cancel(writer: TaskWriter): void {
    const child = this.#children.find(({ asked }) => asked === undefined);
    if (child === undefined || this.#main === undefined || this.#role === "threads") return;
    child.asked = writer.cancelRequested(this.#now, this.#main, child.lane, noProducer, 0);
  }

  #return(writer: TaskWriter): void {
    const child = this.#children.shift();
    if (child !== undefined) this.#endChild(writer, child);
  }

  #endChild(writer: TaskWriter, { lane, asked }: Child): void {
    if (asked !== undefined) writer.cancelDelivered(this.#now, lane, writer.producer, asked, noProducer, 0);
    const end = writer.laneEnded(this.#now, lane, asked === undefined ? "returned" : "cancelled");
    if (this.#joining !== lane || this.#main === undefined) return;
    this.#joining = undefined;
    writer.joinEnded(this.#now, this.#main, lane, "ended", writer.producer, end);
  }

  #join(writer: TaskWriter): void {
    const [child] = this.#children;
    if (child === undefined || this.#joining !== undefined || this.#main === undefined || this.#isOver) return;
    this.#joining = child.lane;
    writer.joinBegan(this.#now, this.#main, child.lane);
  }

  #end(writer: TaskWriter): void {
    if (this.#isOver || this.#main === undefined) return;
    this.#isOver = true;
    for (const child of this.#children.splice(0)) this.#endChild(writer, child);
    writer.laneEnded(this.#now, this.#main, "returned");
    this.#producer.flush();
    const { channel, run } = this.#producer;
    channel.send("ended", { run, outcome: { how: "returned", value: 42 } });
  }

  get #now(): number {
    return this.#producer.now;
  }
}
