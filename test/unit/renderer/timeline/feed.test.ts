import { expect, test } from "vitest";
import { Channel } from "../../../../core/contract/channel.ts";
import { fromTimeline, toTimeline } from "../../../../core/contract/timeline-protocol.ts";
import type { Recording } from "../../../../core/timeline/recording.ts";
import { laneId } from "../../../../core/trace/ids.ts";
import { Feed } from "../../../../renderer/timeline/worker/feed.ts";
import { madeUpRun } from "../../../support/made-up-run.ts";
import { memoryWires } from "../../../support/memory-wire.ts";

function connected() {
  const told: string[] = [];
  let recording: Recording | undefined;
  const feed = new Feed(
    {
      onBegin: (fresh) => {
        recording = fresh;
        told.push("begin");
      },
      onChange: () => told.push("change"),
      onEnd: () => told.push("end"),
      onRefused: (reason) => told.push(reason),
    },
    () => 0,
    (act) => act(),
  );
  const connect = () => {
    const wires = memoryWires();
    const taken: number[] = [];
    const main = new Channel({
      name: "main",
      wire: wires.far,
      outgoing: toTimeline,
      incoming: fromTimeline,
      handlers: { taken: ({ events }) => taken.push(events) },
    });
    feed.connect(wires.near);
    return { ...wires, main, taken };
  };
  return { connect, told, recording: () => recording };
}

const begin = (run: number) => ({ run, lesson: "one-job-two-ways", modes: ["threads" as const], parameters: {} });
const batches = madeUpRun({ job: 0.3 }).map(({ batch }) => batch);

test("a recording is taken in batch by batch, and main is told how much", () => {
  const { connect, told, recording } = connected();
  const { main, taken, deliver } = connect();
  main.send("begin", begin(1));
  for (const batch of batches) main.send("batch", { run: 1, batch });
  main.send("alignment", { run: 1, errorUs: 80 });
  main.send("end", { run: 1, end: 400_000, dropped: 0 });
  deliver();
  const events = batches.reduce((sum, { count }) => sum + count, 0);
  expect(taken.at(-1)).toBe(events);
  expect(recording()?.table.length).toBe(events);
  expect(recording()?.errorUs).toBe(80);
  expect(recording()?.live).toBe(false);
  expect(told[0]).toBe("begin");
  expect(told.at(-1)).toBe("end");
});

test("what belongs to an earlier run is passed over", () => {
  const { connect, recording } = connected();
  const { main, deliver } = connect();
  main.send("begin", begin(1));
  main.send("begin", begin(2));
  const [batch] = batches;
  if (batch === undefined) throw new Error("no batch");
  main.send("batch", { run: 1, batch });
  main.send("end", { run: 1, end: 5, dropped: 0 });
  deliver();
  expect(recording()?.run).toBe(2);
  expect(recording()?.table.length).toBe(0);
  expect(recording()?.live).toBe(true);
});

test("a malformed message is refused and said, and changes nothing", () => {
  const { connect, told, recording } = connected();
  const { far, deliver } = connect();
  far.post({ type: "batch", payload: { run: 1, batch: { producer: 0 } } });
  far.post("nonsense");
  deliver();
  expect(told).toHaveLength(2);
  expect(recording()).toBeUndefined();
});

test("after a reconnection the old wire is closed and the new one carries the recording from its start", () => {
  const { connect, recording } = connected();
  const first = connect();
  first.main.send("begin", begin(1));
  first.deliver();
  const second = connect();
  expect(first.near.isClosed).toBe(true);
  second.main.send("begin", begin(1));
  for (const batch of batches) second.main.send("batch", { run: 1, batch });
  second.deliver();
  expect(recording()?.table.length).toBe(batches.reduce((sum, { count }) => sum + count, 0));
});

test("a file's recording is never live: it has its lanes from the start, and its clock stands still while it is read", () => {
  const { connect, recording } = connected();
  const { main, deliver } = connect();
  const lane = { id: laneId(77), kind: "thread" as const, name: "Thread-9", runtime: "threads" as const };
  main.send("begin", { ...begin(3), file: "lecture.spinscope", lanes: [lane] });
  for (const batch of batches.slice(0, 2)) main.send("batch", { run: 3, batch });
  deliver();
  expect(recording()?.file).toBe("lecture.spinscope");
  expect(recording()?.live).toBe(false);
  expect(recording()?.lanes.map((shown) => shown.lane.name)).toContain("Thread-9");
  const read = recording()?.now(0);
  expect(recording()?.now(1e9)).toBe(read);
});

test("a recording's texts come in such as may be shown: no lane's name turns the window's words round", () => {
  const { connect, recording } = connected();
  const { main, deliver } = connect();
  const name = "worker \u202e1-\u001b[2J";
  const lanes = [{ id: laneId(9), kind: "thread", name, runtime: "threads" } as const];
  main.send("begin", { ...begin(1), lanes });
  const [first] = batches;
  if (first === undefined) throw new Error("the run has no batch");
  main.send("batch", { run: 1, batch: { ...first, texts: first.texts.map((text) => `${text}\u202e`) } });
  deliver();
  const names = recording()?.lanes.map(({ lane }) => lane.name) ?? [];
  expect(names).toContain("worker \ufffd1-\ufffd[2J");
  for (const sign of ["\u202e", "\u001b"]) expect(names.join()).not.toContain(sign);
});
