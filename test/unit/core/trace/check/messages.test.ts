import { describe, expect, it } from "vitest";
import { knownEvent } from "../../../../../core/trace/event.ts";
import { broken, change, insert, remove, sentences } from "./breaking.ts";
import { goodRecording, lanes } from "./good-recording.ts";

describe("messages", () => {
  it("are not received before they were sent, beyond the clocks' stated error", () => {
    const made = goodRecording();
    change(made, "message.sent", lanes.main, { t: 1.5 }, { t: 2 });
    expect(broken(made)).toEqual([]);
    for (const event of made.events.splice(0)) {
      const early = event.p === 1 ? 60 : 0;
      made.events.push(knownEvent({ ...event, t: event.t - early }));
    }
    made.events.sort((a, b) => a.t - b.t || a.p - b.p || a.s - b.s);
    expect(broken(made)).toEqual(["messages"]);
    expect(sentences(made)[0]).toContain("60.5 µs before it was sent");
  });

  it("of one clock are not received before they were sent at all", () => {
    const made = goodRecording();
    change(made, "message.sent", lanes.main, { t: 5.01 }, { t: 1 });
    change(made, "message.sent", lanes.main, { t: 5.02 }, { t: 2 });
    expect(broken(made)).toEqual(["messages"]);
  });

  it("are handled after they were received, and both once", () => {
    const made = goodRecording();
    remove(made, "message.received", lanes.host);
    expect(sentences(made)).toEqual([expect.stringContaining("handles a message that was not received before")]);
    const twice = goodRecording();
    insert(twice, 16, 5.5, lanes.host, "message.received", { id: [0, 1], from: 0, channel: "start", bytes: 9 });
    expect(sentences(twice)).toEqual([expect.stringContaining("receives a message a second time")]);
  });

  it("were sent", () => {
    const made = goodRecording();
    insert(made, 16, 7, lanes.host, "message.received", { id: [0, 9], from: 0, channel: "ghost", bytes: 9 });
    expect(sentences(made)).toEqual([expect.stringContaining("receives a message that was never sent")]);
  });
});
