import { expect, test } from "vitest";
import type { Details } from "../../../../core/contract/timeline-selection.ts";
import type { TimelineCommand, TimelineReport } from "../../../../core/contract/worker-protocol.ts";
import { onTimelineKey } from "../../../../renderer/timeline/keys.ts";
import { TimelineClient, type WorkerEnd } from "../../../../renderer/timeline/timeline-client.ts";

class FakeWorker implements WorkerEnd {
  readonly sent: TimelineCommand<OffscreenCanvas, MessagePort>[] = [];
  readonly #heard: ((event: { readonly data: TimelineReport }) => void)[] = [];
  readonly #failed: ((event: { readonly message: string }) => void)[] = [];

  postMessage(message: TimelineCommand<OffscreenCanvas, MessagePort>): void {
    this.sent.push(message);
  }
  addEventListener(type: "message", listener: (event: { readonly data: TimelineReport }) => void): void;
  addEventListener(type: "error", listener: (event: { readonly message: string }) => void): void;
  addEventListener(
    type: "message" | "error",
    listener: (event: { readonly data: TimelineReport } & { readonly message: string }) => void,
  ): void {
    if (type === "message") this.#heard.push((event) => listener({ ...event, message: "" }));
    else this.#failed.push((event) => listener({ data: { type: "ready" }, ...event }));
  }
  report(data: TimelineReport): void {
    for (const listener of this.#heard) listener({ data });
  }
  fail(message: string): void {
    for (const listener of this.#failed) listener({ message });
  }
}

const size = { width: 800, height: 300, pixelRatio: 1 };
const colours = {
  background: "",
  surface: "",
  raised: "",
  text: "",
  muted: "",
  faint: "",
  rule: "",
  threads: "",
  coroutines: "",
  processes: "",
  cancel: "",
};
/** Stands for what only a browser has; the client passes it on unseen. */
const canvas: OffscreenCanvas = Object.create(null);

function opened() {
  const worker = new FakeWorker();
  const client = new TimelineClient(worker);
  client.open(canvas, size, colours, "en");
  return { worker, client };
}

const press = (key: string, more = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

test("what was asked before the canvas was there is asked right after it", () => {
  const worker = new FakeWorker();
  const client = new TimelineClient(worker);
  client.fit();
  client.resize(size);
  expect(worker.sent).toEqual([]);
  client.open(canvas, size, colours, "en");
  client.zoom(2, 40);
  expect(worker.sent.map(({ type }) => type)).toEqual(["init", "fit", "resize", "zoom"]);
});

test("what the worker says becomes the page's signals", () => {
  const { worker, client } = opened();
  worker.report({ type: "viewport", from: 0, to: 5, end: 4, following: true, gutter: 100, overview: 0 });
  worker.report({ type: "problem", text: "not an envelope" });
  worker.report({ type: "ready" });
  expect(client.viewport.value?.gutter).toBe(100);
  expect(client.problem.value).toBe("not an envelope");
  expect(client.ready.value).toBe(true);
});

test("an error in the worker is a problem, said", () => {
  const { worker, client } = opened();
  worker.fail("Uncaught RangeError: row 5 is not one of 3");
  expect(client.problem.value).toContain("RangeError");
});

test("follow is toggled against what the worker last said", () => {
  const { worker, client } = opened();
  client.toggleFollow();
  worker.report({ type: "viewport", from: 0, to: 5, end: 4, following: false, gutter: 100, overview: 0 });
  client.toggleFollow();
  expect(worker.sent.slice(1)).toEqual([
    { type: "follow", on: false },
    { type: "follow", on: true },
  ]);
});

test.each([
  ["+", { type: "zoom", factor: 1.5 }],
  ["-", { type: "zoom", factor: 1 / 1.5 }],
  ["0", { type: "fit" }],
  ["ArrowLeft", { type: "pan", dx: 60 }],
  ["ArrowRight", { type: "pan", dx: -60 }],
  ["ArrowDown", { type: "step", to: "down" }],
  ["ArrowUp", { type: "step", to: "up" }],
  ["=", { type: "zoom", factor: 1.5 }],
  ["−", { type: "zoom", factor: 1 / 1.5 }],
  ["Enter", { type: "step", to: "down" }],
  ["f", { type: "follow", on: false }],
  ["F", { type: "follow", on: false }],
])("the key %s asks for %o", (key, command) => {
  const { worker, client } = opened();
  expect(onTimelineKey(press(key), client)).toBe(true);
  expect(worker.sent.at(-1)).toEqual(command);
});

const selected: Details = {
  ref: { kind: "lane", lane: 1 },
  what: "MainThread",
  lane: "MainThread",
  laneKind: "thread",
  runtime: "threads",
  at: 0,
  open: false,
  leadsTo: [],
  facts: [],
};

test.each([
  ["ArrowLeft", { type: "step", to: "previous" }],
  ["ArrowRight", { type: "step", to: "next" }],
  ["ArrowUp", { type: "step", to: "up" }],
  ["ArrowDown", { type: "step", to: "down" }],
  ["Home", { type: "step", to: "first" }],
  ["End", { type: "step", to: "last" }],
  ["c", { type: "step", to: "cause" }],
  ["C", { type: "step", to: "cause" }],
  ["z", { type: "fit-selection" }],
  ["Z", { type: "fit-selection" }],
  ["+", { type: "zoom", factor: 1.5 }],
  ["0", { type: "fit" }],
  ["Escape", { type: "select" }],
])("with something selected the key %s asks for %o", (key, command) => {
  const { worker, client } = opened();
  worker.report({ type: "selection", details: selected });
  expect(onTimelineKey(press(key), client)).toBe(true);
  expect(worker.sent.at(-1)).toEqual(command);
});

test("Escape and Home are left to the page while nothing is selected; Enter asks for the details of what is", () => {
  const { worker, client } = opened();
  expect(onTimelineKey(press("Escape"), client)).toBe(false);
  expect(onTimelineKey(press("Home"), client)).toBe(false);
  worker.report({ type: "selection", details: selected });
  expect(onTimelineKey(press("Enter"), client)).toBe(true);
  expect(client.detailsAsked.value).toBe(1);
  worker.report({ type: "selection" });
  expect(client.selection.value).toBeUndefined();
});

test("what the worker tells of marks, hovering and the table becomes signals, and the table goes when it is let go", () => {
  const { worker, client } = opened();
  const found = [{ id: "asked", number: 1, ref: { kind: "event" as const, row: 4 }, lane: "MainThread", at: 5 }];
  worker.report({ type: "look-here", found });
  worker.report({ type: "hover", on: true });
  client.showTable(true);
  worker.report({ type: "table", table: { from: 0, to: 5, total: 0, rows: [] } });
  expect(client.lookHere.value).toEqual(found);
  expect(client.hovers.value).toBe(true);
  expect(client.table.value?.total).toBe(0);
  client.showTable(false);
  expect(client.table.value).toBeUndefined();
});

test.each([
  ["ArrowLeft", { type: "pan", dx: 300 }],
  ["ArrowRight", { type: "pan", dx: -300 }],
  ["ArrowUp", { type: "scroll", dy: -60 }],
  ["ArrowDown", { type: "scroll", dy: 60 }],
])("with shift the key %s asks for %o, whatever is selected", (key, command) => {
  const { worker, client } = opened();
  for (const details of [undefined, selected]) {
    worker.report(details === undefined ? { type: "selection" } : { type: "selection", details });
    expect(onTimelineKey(press(key, { shiftKey: true }), client)).toBe(true);
    expect(worker.sent.at(-1)).toEqual(command);
  }
});

test.each(["ctrlKey", "metaKey", "altKey"])("with %s every key is left to the page", (modifier) => {
  const { worker, client } = opened();
  worker.report({ type: "selection", details: selected });
  const before = worker.sent.length;
  for (const key of ["+", "0", "f", "ArrowLeft", "Tab", "Enter", "Escape", "z"]) {
    expect(onTimelineKey(press(key, { [modifier]: true }), client), key).toBe(false);
  }
  expect(worker.sent).toHaveLength(before);
  expect(client.detailsAsked.value).toBe(0);
});

test("keys of the selection are left to the page while nothing is selected, and keys without a meaning always", () => {
  const { worker, client } = opened();
  const before = worker.sent.length;
  for (const key of ["c", "z", "Home", "End", "Escape", "x", " ", "PageUp"]) {
    expect(onTimelineKey(press(key), client), key).toBe(false);
  }
  expect(worker.sent).toHaveLength(before);
});

test("shift goes farther; other keys, and keys with ctrl, are left to the page", () => {
  const { worker, client } = opened();
  onTimelineKey(press("ArrowLeft", { shiftKey: true }), client);
  expect(worker.sent.at(-1)).toEqual({ type: "pan", dx: 300 });
  const before = worker.sent.length;
  expect(onTimelineKey(press("Tab"), client)).toBe(false);
  expect(onTimelineKey(press("0", { ctrlKey: true }), client)).toBe(false);
  expect(worker.sent).toHaveLength(before);
});

test("Tab goes through the lanes and leaves beyond the last, or with shift beyond the first, and lets go of it", () => {
  const { worker, client } = opened();
  const lane = (name: string, runtime: "main" | "threads") =>
    ({ name, kind: "thread", runtime, level: 1, state: { key: "state.blocked-sleep", values: {} } }) as const;
  expect(onTimelineKey(press("Tab"), client), "an empty timeline is passed by").toBe(false);
  // Of many lanes only those in sight are told, and always the two at the edges.
  const edges = [lane("main 1", "main"), lane("Thread-1", "threads")];
  worker.report({ type: "lanes", total: 500, first: 7, lanes: [lane("Thread-9", "threads")], edges });
  expect(onTimelineKey(press("Tab", { shiftKey: true }), client), "coming from behind it is passed by").toBe(false);
  expect(onTimelineKey(press("Tab"), client)).toBe(true);
  expect(worker.sent.at(-1)).toEqual({ type: "step", to: "down" });

  worker.report({ type: "selection", details: { ...selected, lane: "Thread-1", runtime: "threads" } });
  expect(onTimelineKey(press("Tab", { shiftKey: true }), client)).toBe(true);
  expect(worker.sent.at(-1)).toEqual({ type: "step", to: "up" });
  expect(onTimelineKey(press("Tab"), client)).toBe(false);
  expect(worker.sent.at(-1)).toEqual({ type: "select" });
});
