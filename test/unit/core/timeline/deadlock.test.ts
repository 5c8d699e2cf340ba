/**
 * Two threads that each hold the lock that the other wants: what the picture, the stage and a selection say of it, while it
 * happens and after it.
 */
import { expect, test } from "vitest";
import { circleWords } from "../../../../core/timeline/circle-words.ts";
import { detailsOf } from "../../../../core/timeline/selection/details.ts";
import { modeStatistics } from "../../../../core/timeline/stage/mode-statistics.ts";
import { stageOf } from "../../../../core/timeline/stage/stage.ts";
import { noLane, noProducer } from "../../../../core/trace/ids.ts";
import { Code } from "../../../../core/trace/kinds.ts";
import type { TaskWriter } from "../../../../core/trace/task-writer.ts";
import { drawn, textsOf, writtenRecording } from "../../../support/timeline-look/drawn.ts";

const s = 1_000_000;
const sentence = "Thread-1 waits for Lock-2 held by Thread-2, which waits for Lock-1 held by Thread-1";

/** Thread-1 waits from 1 s on, Thread-2 from 2 s on, and gives up at 4 s if `ends`. */
const crossed =
  (ends: boolean) =>
  (writer: TaskWriter): void => {
    const process = writer.laneCreated(0, "process", "threads", "utility process 7", noLane, noLane);
    const thread = (name: string, by: typeof process | -1) =>
      writer.laneCreated(0, "thread", "threads", name, process, by);
    const main = thread("MainThread", noLane);
    const [one, two] = [thread("Thread-1 (move)", main), thread("Thread-2 (move)", main)];
    const lock = (name: string) => writer.laneCreated(0, "lock", "threads", name, process, main);
    const [first, second] = [lock("Lock-1"), lock("Lock-2")];
    for (const lane of [main, one, two]) writer.run(0, lane, noProducer, 0);
    writer.wait(0, main, "join", one, Number.NaN);
    writer.lock(Code.lockTaken, 0.1 * s, one, first, noProducer, 0);
    writer.lock(Code.lockTaken, 0.1 * s, two, second, noProducer, 0);
    writer.wait(1 * s, one, "lock", second, Number.NaN);
    writer.wait(2 * s, two, "lock", first, ends ? 2_000 : Number.NaN);
    writer.output(3 * s, main, "still here\n");
    if (!ends) return;
    writer.run(4 * s, two, noProducer, 0);
    writer.lock(Code.lockFreed, 4 * s, two, second, noProducer, 0);
    writer.run(4.1 * s, one, noProducer, 0);
    for (const lane of [two, one, main]) writer.laneEnded(4.2 * s, lane, "returned");
  };

const live = () => writtenRecording(crossed(false), 3 * s);

function threads(recording: ReturnType<typeof live>, now: number) {
  const [mode] = stageOf(recording, now, (name) => modeStatistics(recording, name)).modes;
  if (mode === undefined) throw new Error("no threads in the stage");
  return mode;
}

test("while it happens both waits are in alarm from the moment on in which the circle closed", () => {
  const { scene, of, wordsOf } = drawn(live(), { at: 3 * s });
  for (const [name, words] of [
    ["Thread-1 (move)", "deadlock: wants Lock-2, Thread-2 has it"],
    ["Thread-2 (move)", "deadlock: wants Lock-1, Thread-1 has it"],
  ] as const) {
    const alarm = of(name).find((item) => item.shape === "hatch" && item.colour === "cancel");
    expect(alarm?.x).toBeCloseTo(scene.scale.x(2 * s));
    expect(textsOf(wordsOf(name))).toContain(words);
  }
  const calm = of("Thread-1 (move)").find((item) => item.shape === "hatch" && item.colour === "threads");
  expect([calm?.x, (calm?.x ?? 0) + (calm?.w ?? 0)].map((x) => Math.round(x ?? 0))).toEqual(
    [1, 2].map((t) => Math.round(scene.scale.x(t * s))),
  );
  expect(of("MainThread").some((item) => item.colour === "cancel")).toBe(false);
});

test("while it happens the stage says for how long, and who waits for whom", () => {
  const { state, deadlock } = threads(live(), 3 * s);
  expect(state).toEqual({ key: "state.deadlock", us: 1 * s });
  expect(circleWords("en", deadlock ?? [])).toBe(sentence);
});

test("once one has given up nothing is said of it any more, but of the time in which it was", () => {
  const recording = writtenRecording(crossed(true));
  expect(threads(recording, 4.2 * s).deadlock).toBeUndefined();
  expect(threads(recording, 4.2 * s).state.key).not.toBe("state.deadlock");
  expect(threads(recording, 3 * s).state).toEqual({ key: "state.deadlock", us: 1 * s });
  const { items, wordsOf } = drawn(recording);
  expect(textsOf(wordsOf("Thread-2 (move)"))).toContain("deadlock: wants Lock-1, Thread-1 has it");
  expect(textsOf(items)).toContain("in a circle of waits: deadlock");
});

test("a wait that is selected says in what circle it stands", () => {
  const recording = live();
  const { table } = recording;
  const row = Array.from({ length: table.length }, (_, at) => at).find((at) => {
    return table.kind(at) === Code.wait && table.t(at) === 2 * s;
  });
  const details = detailsOf(recording, { kind: "span", row: row ?? -1 }, 3 * s, "en");
  expect(details?.why).toBe(`Deadlock: ${sentence}. Nobody in this circle can go on by itself.`);
});

test("of a circle of many threads the first are told, and how many more there are", () => {
  const many = 40;
  const recording = writtenRecording((writer: TaskWriter): void => {
    const process = writer.laneCreated(0, "process", "threads", "utility process 7", noLane, noLane);
    const lanes = Array.from({ length: many }, (_, n) =>
      writer.laneCreated(0, "thread", "threads", `Thread-${n + 1} (join)`, process, process),
    );
    for (const [place, lane] of lanes.entries()) {
      writer.run(0, lane, noProducer, 0);
      writer.wait((1 + place) * 1_000, lane, "join", lanes[(place + 1) % many] ?? noLane, Number.NaN);
    }
  }, 1 * s);
  const { deadlock = [] } = threads(recording, 1 * s);
  expect(deadlock).toHaveLength(16);
  const words = circleWords("en", deadlock);
  // The circle is told from who closed it: the last to wait.
  expect(words).toMatch(/^Thread-40 waits for the end of Thread-1, which waits for the end of Thread-2, /);
  expect(words).toMatch(/, and so on through 24 more, back to Thread-40$/);
});
