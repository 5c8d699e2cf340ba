import { beforeEach, describe, expect, test } from "vitest";
import { Channel } from "../../../../core/contract/channel.ts";
import { z } from "../../../../core/contract/schema.ts";
import { laneOf, noLane, producerId } from "../../../../core/trace/ids.ts";
import { kinds } from "../../../../core/trace/kinds.ts";
import { MessageRecorder } from "../../../../core/trace/message-recorder.ts";
import { Recorder } from "../../../../core/trace/recorder.ts";
import { TraceTable } from "../../../../core/trace/table.ts";
import { TraceWriter } from "../../../../core/trace/writer.ts";
import { type MemoryWires, memoryWires } from "../../../support/memory-wire.ts";

const messages = {
  click: { recorded: true, schema: z.strictObject({ button: z.int() }) },
  load: { recorded: false, schema: z.strictObject({ size: z.int() }), weigh: (load: { size: number }) => load.size },
} as const;

let wires: MemoryWires;
let heard: unknown[];
let refusals: string[];
let near: Channel<typeof messages, Record<string, never>>;
let far: Channel<Record<string, never>, typeof messages>;

beforeEach(() => {
  wires = memoryWires();
  heard = [];
  refusals = [];
  near = new Channel({ name: "near", wire: wires.near, outgoing: messages, incoming: {}, handlers: {} });
  far = new Channel({
    name: "far",
    wire: wires.far,
    outgoing: {},
    incoming: messages,
    handlers: { click: (click) => heard.push(click), load: (load) => heard.push(load) },
    onRefused: (reason) => refusals.push(reason),
  });
});

function recorder(id: number, peer: number, begin?: () => void) {
  const producer = producerId(id);
  const events = new Recorder({ producer });
  const writer = new TraceWriter(producer, events);
  let t = 0;
  const lane = laneOf(producer, 0);
  const messagesOf = new MessageRecorder(writer, lane, laneOf(producerId(peer), 0), () => ++t, begin);
  const told = () => {
    const table = new TraceTable();
    for (const batch of events.flush()) table.append(batch);
    return Array.from({ length: table.length }, (_, row) => `${kinds[table.kind(row)]} ${table.text(row)}`);
  };
  return { messages: messagesOf, writer, told };
}

describe("a channel", () => {
  test("hands a message that fits to the handler of its type", () => {
    near.send("click", { button: 1 });
    wires.deliver();
    expect(heard).toEqual([{ button: 1 }]);
    expect(far.counts).toMatchObject({ received: 1, refused: 0 });
  });

  test.each([
    ["no envelope", 7],
    ["an unknown type", { type: "drop", payload: {} }],
    ["a type that every object has", { type: "constructor", payload: {} }],
    ["a payload that does not fit", { type: "click", payload: { button: "left" } }],
    ["a payload with more than it may have", { type: "click", payload: { button: 1, also: 2 } }],
    ["an envelope with more than it may have", { type: "click", payload: { button: 1 }, also: 2 }],
    ["a forged name", { type: "click", payload: { button: 1 }, id: [-1, 0] }],
  ])("refuses and counts %s, and the handler never hears of it", (_, message) => {
    wires.far.hear(message);
    expect(heard).toEqual([]);
    expect(far.counts).toMatchObject({ received: 0, refused: 1 });
    expect(refusals).toHaveLength(1);
  });

  test("records what a person causes at both ends, and only counts the recorder's own traffic", () => {
    const sender = recorder(0, 1);
    const receiver = recorder(1, 0);
    near.record(sender.messages);
    far.record(receiver.messages);
    near.send("click", { button: 1 });
    near.send("load", { size: 500 });
    wires.deliver();
    expect(sender.told()).toEqual(["message.sent click"]);
    expect(receiver.told()).toEqual(["message.received click", "message.handled click"]);
    expect([near.counts.bytes, far.counts.bytes]).toEqual([500, 500]);
  });

  test("lets a recorder begin once, before its first event", () => {
    let begun = 0;
    const sender = recorder(0, 1, () => {
      begun += 1;
      sender.writer.laneCreated(0, "process", "main", "main", noLane, noLane);
    });
    near.record(sender.messages);
    near.send("click", { button: 1 });
    near.send("click", { button: 2 });
    expect(begun).toBe(1);
    expect(sender.told()).toEqual(["lane.created main", "message.sent click", "message.sent click"]);
  });

  test("posts nothing and hears nothing once it is closed", () => {
    near.close();
    near.send("click", { button: 1 });
    far.close();
    wires.far.hear({ type: "click", payload: { button: 1 } });
    expect(heard).toEqual([]);
  });
});
