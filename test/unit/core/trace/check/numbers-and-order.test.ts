import { describe, expect, it } from "vitest";
import { checkRecording, RecordingCheck } from "../../../../../core/trace/check/check-recording.ts";
import { knownEvent } from "../../../../../core/trace/event.ts";
import { MadeUpRecording } from "../made-up-recording.ts";
import { broken, change, insert, sentences } from "./breaking.ts";
import { goodRecording, lanes } from "./good-recording.ts";

describe("numbers", () => {
  it("are missed when no gap says so", () => {
    const made = goodRecording();
    made.events.splice(
      made.events.findIndex(({ kind }) => kind === "signal.seen"),
      1,
    );
    expect(sentences(made)).toEqual(["number 3 of producer 18 missing, and no gap says so"]);
  });

  it("may be missing where a gap covers them", () => {
    const made = goodRecording();
    change(made, "signal.seen", lanes.spinner, { kind: "gap", from: 3, to: 3, reason: "ring full" });
    expect(broken(made)).toEqual([]);
    expect(checkRecording(made.recording)).toMatchObject({
      dropped: 1,
      warnings: ["1 events of producer 18 were lost: ring full"],
    });
  });

  it("must not come twice", () => {
    const made = goodRecording();
    made.say(18, 302, lanes.main, "line", { file: "a.ts", line: 1 });
    change(made, "line", lanes.main, { s: 2 });
    expect(broken(made)).toEqual(["numbers", "time forward"]);
    expect(sentences(made)[0]).toBe("line 48, event [18, 2] at 302 µs: number 2 of producer 18 comes twice");
  });

  it("must not be told lost by a late gap that reaches beyond their hole", () => {
    const made = goodRecording();
    change(made, "signal.seen", lanes.spinner, { kind: "gap", from: 3, to: 4, reason: "ring full", t: 1_000 });
    expect(sentences(made)).toContainEqual(expect.stringMatching(/number 3 of producer 18 comes twice$/));
    expect(sentences(made)).toContainEqual("number 3 of producer 18 missing, and no gap says so");
  });

  it("must not lie inside a gap, which must not end before it begins", () => {
    const made = goodRecording();
    change(made, "signal.seen", lanes.spinner, { kind: "gap", from: 3, to: 4, reason: "ring full" });
    expect(broken(made)).toEqual(["numbers"]);
    change(made, "gap", lanes.spinner, { to: 1 });
    expect(sentences(made)[0]).toContain("is a gap that ends before it begins");
  });
});

describe("holes in the numbers", () => {
  /** Events of one producer with these numbers, all at one time; a pair is a gap. */
  function holes(...numbers: readonly (number | readonly [number, number])[]): string[] {
    const made = new MadeUpRecording();
    made.producer(5);
    made.lane(1, "process", "process");
    const check = new RecordingCheck(made.header);
    for (const each of numbers) {
      const [s, to] = typeof each === "number" ? [each, each] : each;
      const stamp = { p: 5, s, t: 1, lane: 1 };
      check.event(
        knownEvent(to === s ? { ...stamp, kind: "run" } : { ...stamp, kind: "gap", from: s, to, reason: "lost" }),
      );
    }
    const { breaches } = check.end(undefined);
    return breaches.filter(({ invariant }) => invariant === "numbers").map(({ sentence }) => sentence);
  }

  it("are filled by what comes late, at their ends and in their middle", () => {
    expect(holes(5, 2)).toEqual([
      "numbers 0 to 1 of producer 5 missing, and no gap says so",
      "numbers 3 to 4 of producer 5 missing, and no gap says so",
    ]);
    expect(holes(3, 0, 2)).toEqual(["number 1 of producer 5 missing, and no gap says so"]);
    expect(holes(3, [0, 2])).toEqual([]);
    expect(holes(0, 2, 4, [3, 3], 1)).toEqual([]);
  });

  it("are found and filled among very many, in any order", () => {
    const odd = Array.from({ length: 3_000 }, (_, index) => 2 * index + 1);
    const even = odd.map((number) => number - 1);
    expect(holes(...odd, ...even)).toEqual([]);
    expect(holes(...odd, ...even.toReversed())).toEqual([]);
    expect(holes(6_000, ...even, ...odd)).toEqual([]);
    expect(holes(6_000, ...odd, ...even.filter((number) => number !== 1_024))).toEqual([
      "number 1024 of producer 5 missing, and no gap says so",
    ]);
  });
});

describe("time", () => {
  it("never runs backwards within a producer", () => {
    const made = goodRecording();
    change(made, "signal.seen", lanes.spinner, { t: 139 });
    expect(broken(made)).toEqual(["time forward"]);
    expect(sentences(made)[0]).toContain("time of producer 18 runs backwards between");
  });

  it("is the order of the file, ties by producer", () => {
    const made = goodRecording();
    made.events.reverse();
    const [last, ...rest] = made.events;
    made.events.splice(0, made.events.length, ...rest.reverse());
    if (last !== undefined) made.events.splice(3, 0, last);
    expect(broken(made)).toContain("order");
    const tie = goodRecording();
    const at = tie.events.findIndex(({ t, p }) => t === 30 && p === 17);
    tie.events.splice(at, 2, ...tie.events.slice(at, at + 2).reverse());
    expect(broken(tie)).toEqual(["order"]);
  });
});

describe("the header", () => {
  it("declares every lane and producer", () => {
    const made = goodRecording();
    insert(made, 18, 145, 99, "line", { file: "a.ts", line: 1 });
    insert(made, 18, 146, 99, "line", { file: "a.ts", line: 2 });
    expect(sentences(made)).toEqual(["line 23, event [18, 4] at 145 µs: the header declares no lane 99"]);
    const other = goodRecording();
    other.producers.splice(
      other.producers.findIndex(({ id }) => id === 18),
      1,
    );
    const check = new RecordingCheck({ ...goodRecording().header, producers: other.producers });
    for (const event of other.events) check.event(event);
    expect(check.end(undefined).breaches).toEqual([
      { invariant: "declared", sentence: "line 15, event [18, 0] at 30 µs: the header declares no producer 18" },
    ]);
  });
});

describe("the last line", () => {
  function totals(claimed: { events: number; dropped: number } | undefined, wasCut = false): string[] {
    const { header, events } = goodRecording().recording;
    const check = new RecordingCheck(header);
    for (const event of events) check.event(event);
    return check.end(claimed, wasCut).breaches.map(({ sentence }) => sentence);
  }

  it("says how many events there are, and how many were dropped", () => {
    expect(totals({ events: 46, dropped: 0 })).toEqual([]);
    expect(totals({ events: 49, dropped: 3 })).toEqual([
      "the last line says 49 events, and there are 46",
      "the last line says 3 were dropped, and the gaps say 0",
    ]);
  });
});

describe("a file that was cut short", () => {
  it("is not blamed for what is missing", () => {
    const { header, events } = goodRecording().recording;
    const check = new RecordingCheck(header);
    for (const event of [...events].slice(0, 30)) check.event(event);
    expect(check.end(undefined, true).breaches).toEqual([]);
  });
});
