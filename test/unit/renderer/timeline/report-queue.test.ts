import { expect, test } from "vitest";
import { RafScheduler } from "../../../../renderer/timeline/worker/raf-scheduler.ts";
import { ReportQueue } from "../../../../renderer/timeline/worker/report-queue.ts";

/** A worker's turns on a clock that goes on when it is told to, or when something takes its time. Frames come each 16 ms. */
class FakeWorker {
  now = 0;
  readonly log: string[] = [];
  readonly frames = new RafScheduler(
    (frame) => void this.#later(frame, this.hidden ? Number.POSITIVE_INFINITY : 16 - (this.now % 16)),
    () => {
      this.log.push(`frame ${this.now}`);
      this.queue.drawn();
      return this.moves;
    },
  );
  readonly queue = new ReportQueue(
    { now: () => this.now, later: (act, ms) => this.#later(act, ms) },
    () => this.frames.isDue,
  );
  hidden = false;
  moves = false;
  #due: { readonly at: number; readonly act: () => void }[] = [];

  /** A report that takes `ms`. */
  report(name: string, every: number, ms: () => number = () => 0) {
    return this.queue.add(every, () => {
      this.log.push(`${name} ${this.now}`);
      this.now += ms();
    });
  }

  /** Does what is due until `end`, ms. */
  until(end: number): void {
    for (;;) {
      const next = this.#due.toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined || Math.max(next.at, this.now) > end) break;
      this.#due = this.#due.filter((each) => each !== next);
      this.now = Math.max(this.now, next.at);
      next.act();
    }
    this.now = Math.max(this.now, end);
  }

  #later(act: () => void, ms: number): () => void {
    const due = { at: this.now + ms, act };
    this.#due.push(due);
    return () => {
      this.#due = this.#due.filter((each) => each !== due);
    };
  }
}

test("n commands in a row make one frame, and after it one stage; none inside of a command", () => {
  const worker = new FakeWorker();
  const stage = worker.report("stage", 33);
  worker.until(1);
  for (let command = 0; command < 50; command++) {
    worker.frames.dirty();
    stage.ask();
  }
  expect(worker.log).toEqual([]);
  worker.until(200);
  expect(worker.log).toEqual(["frame 16", "stage 16"]);
});

test("a slow stage delays no frame: each is drawn before what is told of it, and the stage rests for as long as it took", () => {
  const worker = new FakeWorker();
  const stage = worker.report("stage", 33, () => 100);
  worker.until(1);
  const late: number[] = [];
  for (let input = 0; input < 40; input++) {
    const asked = worker.now;
    worker.frames.dirty();
    stage.ask();
    const before = worker.log.length;
    worker.until(asked + 20);
    const drawn = worker.log.slice(before).find((entry) => entry.startsWith("frame"));
    late.push(Number(drawn?.split(" ")[1]) - asked);
    expect(worker.log[before], "the frame comes first").toMatch(/^frame/);
  }
  // What an input waits for is the frame after it, never a stage that an input before it has asked for.
  expect(Math.max(...late)).toBeLessThanOrEqual(16);
  const stages = worker.log.flatMap((entry) => (entry.startsWith("stage") ? Number(entry.split(" ")[1]) : []));
  for (const [place, at] of stages.entries()) if (place > 0) expect(at - (stages[place - 1] ?? 0)).toBeGreaterThan(499);
});

test("however often it is asked for, a report is made at most once in its time, and once after the last asking", () => {
  const worker = new FakeWorker();
  const stage = worker.report("stage", 33);
  for (let ms = 0; ms <= 1_000; ms += 5) {
    worker.until(ms);
    stage.ask();
  }
  worker.until(2_000);
  const made = worker.log.map((entry) => Number(entry.split(" ")[1]));
  expect(made.length).toBeLessThanOrEqual(32);
  expect(made.at(-1)).toBeGreaterThanOrEqual(1_000);
  for (const [place, at] of made.entries())
    if (place > 0) expect(at - (made[place - 1] ?? 0)).toBeGreaterThanOrEqual(33);
});

test("one that is asked for anew does not wait for its time", () => {
  const worker = new FakeWorker();
  const lanes = worker.report("lanes", 1_000);
  lanes.ask();
  worker.until(10);
  lanes.ask();
  lanes.askAnew();
  worker.until(5_000);
  expect(worker.log).toEqual(["lanes 0", "lanes 10"]);
});

test("reports share a turn as long as it is short; the others come in the next one, who waited longest first", () => {
  const worker = new FakeWorker();
  const reports = ["a", "b", "c"].map((name) => worker.report(name, 10, () => 5));
  for (const report of reports) report.ask();
  worker.frames.dirty();
  worker.until(12);
  expect(worker.log).toEqual(["a 0", "b 5"]);
  worker.until(100);
  expect(worker.log).toEqual(["a 0", "b 5", "frame 16", "c 16"]);
});

test("while the picture moves by itself reports are made between its frames", () => {
  const worker = new FakeWorker();
  worker.moves = true;
  const stage = worker.report("stage", 33);
  worker.frames.dirty();
  worker.until(3);
  for (let ms = 4; ms < 200; ms++) {
    worker.until(ms);
    stage.ask();
  }
  expect(worker.log.filter((entry) => entry.startsWith("stage")).length).toBeGreaterThanOrEqual(4);
});

test("a hidden window draws no frame, and is told all the same", () => {
  const worker = new FakeWorker();
  worker.hidden = true;
  const stage = worker.report("stage", 33);
  worker.frames.dirty();
  stage.ask();
  worker.until(249);
  expect(worker.log).toEqual([]);
  worker.until(300);
  expect(worker.log).toEqual(["stage 250"]);
});

test("a beginning or an end is told in the next turn, before any frame, and still not inside of what asks", () => {
  const worker = new FakeWorker();
  const stage = worker.report("stage", 33);
  stage.ask();
  worker.until(1);
  worker.frames.dirty();
  stage.askAtOnce();
  expect(worker.log).toEqual(["stage 0"]);
  worker.until(15);
  expect(worker.log).toEqual(["stage 0", "stage 1"]);
  worker.frames.dirty();
  stage.ask();
  worker.until(100);
  expect(worker.log.slice(2), "the next one waits for its frame and its time again").toEqual(["frame 16", "stage 34"]);
});
