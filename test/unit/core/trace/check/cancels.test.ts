import { describe, expect, it } from "vitest";
import { broken, change, insert, remove, sentences } from "./breaking.ts";
import { goodRecording, lanes } from "./good-recording.ts";

describe("a request to cancel", () => {
  it("is delivered before its target ends by itself", () => {
    const made = goodRecording();
    remove(made, "cancel.delivered", lanes.task);
    change(made, "lane.ended", lanes.task, { how: "returned" });
    expect(broken(made)).toEqual(["cancels"]);
    expect(sentences(made)[0]).toContain('asks lane 4 "Task-2" to cancel, and it ends "returned" without');
  });

  it.each(["killed", "abandoned", "open"])("needs no delivery to a task that ended %s", (how) => {
    const made = goodRecording();
    remove(made, "cancel.delivered", lanes.task);
    change(made, "lane.ended", lanes.task, { how });
    expect(broken(made)).toEqual([]);
  });

  it("needs no delivery when it travelled on to what the task awaited", () => {
    const made = goodRecording();
    remove(made, "cancel.delivered", lanes.task);
    change(made, "lane.ended", lanes.task, { how: "returned" });
    const asked = made.events.find(({ kind }) => kind === "cancel.requested");
    const cause = [asked?.p ?? 0, asked?.s ?? 0];
    insert(made, 1, 281.5, lanes.task, "cancel.requested", { target: lanes.supervisor, id: "own", cause });
    insert(made, 1, 281.6, lanes.supervisor, "cancel.delivered", { id: [1, (asked?.s ?? 0) + 2] });
    expect(broken(made)).toEqual([]);
  });

  it("is answered by the delivery of an earlier one", () => {
    const made = goodRecording();
    insert(made, 1, 281.5, lanes.supervisor, "cancel.requested", { target: lanes.task, id: "own" });
    expect(broken(made)).toEqual([]);
  });

  it("is delivered once, and to whom it asked", () => {
    const made = goodRecording();
    const asked = made.events.find(({ kind }) => kind === "cancel.requested");
    const id = [asked?.p ?? 0, asked?.s ?? 0];
    insert(made, 1, 283.5, lanes.task, "cancel.delivered", { id });
    expect(sentences(made)).toEqual([expect.stringContaining("which was delivered before")]);
    const wrong = goodRecording();
    change(wrong, "cancel.delivered", lanes.task, { id: [1, 0] });
    expect(sentences(wrong)).toEqual([expect.stringContaining("delivers [1, 0], which did not ask this lane")]);
  });

  it("is refused only after it was delivered", () => {
    const made = goodRecording();
    const asked = made.events.find(({ kind }) => kind === "cancel.requested");
    const id = [asked?.p ?? 0, asked?.s ?? 0];
    insert(made, 1, 283.5, lanes.task, "cancel.refused", { id });
    expect(broken(made)).toEqual([]);
    const early = goodRecording();
    insert(early, 1, 281.5, lanes.task, "cancel.refused", { id });
    expect(sentences(early)).toEqual([expect.stringContaining("which was not delivered before")]);
  });
});

describe("a task that ended cancelled", () => {
  it("was delivered a CancelledError", () => {
    const made = goodRecording();
    remove(made, "cancel.requested", lanes.supervisor);
    remove(made, "cancel.delivered", lanes.task);
    expect(broken(made)).toEqual(["cancelled"]);
  });
});
