import { describe, expect, test } from "vitest";
import type { Batch } from "../../../../core/trace/batch.ts";
import { noLane, noProducer, producerId } from "../../../../core/trace/ids.ts";
import { Code } from "../../../../core/trace/kinds.ts";
import { Recorder } from "../../../../core/trace/recorder.ts";

const producer = producerId(1);
const capacity = 4;

function fill(recorder: Recorder): void {
  for (let row = 0; row < capacity; row++) recorder.write(Code.timerSet, row, 7, 3, 8, 2, 5, 1, 6, 0.5, "text");
}

function writeBare(recorder: Recorder): void {
  recorder.write(Code.run, 9, 7, 0, noLane, noProducer, 0, noProducer, 0, Number.NaN, "");
}

/** The batch that is sent after a full one and a bare row, when the first was acknowledged before. */
function secondBatch(recorder: Recorder) {
  fill(recorder);
  const [first] = recorder.flush();
  recorder.acknowledge(capacity);
  fill(recorder);
  recorder.acknowledge(2 * capacity);
  for (let row = 0; row < capacity; row++) writeBare(recorder);
  const [, second] = recorder.flush();
  return { first, second };
}

test("columns that were copied when they were sent are written to again once acknowledged, and hold nothing of before", () => {
  const { first, second } = secondBatch(new Recorder({ producer, capacity, copiedWhenSent: true }));
  expect(second?.columns).toBe(first?.columns);
  expect(second?.columns).toMatchObject({
    code: Uint8Array.from([0, 0, 0, 0]),
    other: Int32Array.from([-1, -1, -1, -1]),
    causeProducer: Int16Array.from([-1, -1, -1, -1]),
    causeSeq: Uint32Array.from([0, 0, 0, 0]),
    idProducer: Int16Array.from([-1, -1, -1, -1]),
    idSeq: Uint32Array.from([0, 0, 0, 0]),
    n: Float64Array.from([Number.NaN, Number.NaN, Number.NaN, Number.NaN]),
    text: Int32Array.from([-1, -1, -1, -1]),
  });
});

test("columns that are handed over as they are stay as they are", () => {
  const { first, second } = secondBatch(new Recorder({ producer, capacity }));
  expect(second?.columns).not.toBe(first?.columns);
  expect([...(first?.columns.code ?? [])]).toEqual([3, 3, 3, 3]);
});

test("a row after a batch that was not full holds nothing of it", () => {
  const recorder = new Recorder({ producer, capacity });
  recorder.write(Code.timerSet, 1, 7, 3, 8, 2, 5, 1, 6, 0.5, "text");
  recorder.flush();
  writeBare(recorder);
  const [batch] = recorder.flush();
  expect(batch?.columns).toMatchObject({
    code: Uint8Array.from([0]),
    other: Int32Array.from([-1]),
    n: Float64Array.from([Number.NaN]),
    text: Int32Array.from([-1]),
  });
});

describe("a recorder whose main acknowledges nothing", () => {
  const why = "main did not acknowledge in time";
  /** Two batches that main does not answer, and three rows for which there is no room. */
  function stalled(): Recorder {
    const recorder = new Recorder({ producer, capacity, unacknowledged: 2 });
    fill(recorder);
    fill(recorder);
    expect(recorder.flush().map(({ from, count }) => [from, count])).toEqual([
      [0, capacity],
      [capacity, capacity],
    ]);
    for (let row = 0; row < 3; row++) writeBare(recorder);
    return recorder;
  }
  const gaps = (batches: readonly Batch[]) =>
    batches.map(({ from, count, columns, texts }) => [from, count, columns.kind[0], columns.n[0], texts[0]]);

  test("drops and counts, and sends nothing more", () => {
    const recorder = stalled();
    expect([recorder.dropped, recorder.nextSeq, recorder.flush()]).toEqual([3, 11, []]);
    recorder.acknowledge(capacity - 1);
    expect(recorder.flush()).toEqual([]);
    expect(recorder.unacknowledged.map(({ from }) => from)).toEqual([0, capacity]);
  });

  test("says what it dropped, and why, as soon as main has acknowledged one batch", () => {
    const recorder = stalled();
    recorder.acknowledge(capacity);
    expect(gaps(recorder.flush())).toEqual([[8, 1, Code.gap, 10, why]]);
    expect([recorder.dropped, recorder.flush()]).toEqual([3, []]);
  });

  test("says it before the next row that there is room for", () => {
    const recorder = stalled();
    recorder.acknowledge(2 * capacity);
    writeBare(recorder);
    expect(gaps(recorder.flush())).toEqual([
      [8, 1, Code.gap, 10, why],
      [11, 1, Code.run, Number.NaN, undefined],
    ]);
  });

  test("says it at its end, too, however little was acknowledged: main could only guess why", () => {
    const recorder = stalled();
    expect(gaps(recorder.close())).toEqual([[8, 1, Code.gap, 10, why]]);
    expect(recorder.close()).toEqual([]);
  });
});

test("a recorder that dropped nothing ends with its rest", () => {
  const recorder = new Recorder({ producer, capacity });
  writeBare(recorder);
  expect(recorder.close().map(({ from, count }) => [from, count])).toEqual([[0, 1]]);
});
