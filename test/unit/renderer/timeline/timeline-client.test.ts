import { expect, test } from "vitest";
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
  ["ArrowDown", { type: "scroll", dy: 60 }],
  ["f", { type: "follow", on: false }],
])("the key %s asks for %o", (key, command) => {
  const { worker, client } = opened();
  expect(onTimelineKey(press(key), client)).toBe(true);
  expect(worker.sent.at(-1)).toEqual(command);
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
