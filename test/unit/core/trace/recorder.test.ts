import { expect, test } from "vitest";
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
