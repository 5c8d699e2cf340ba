import { expect, test } from "vitest";
import { TimeScale } from "../../../../core/timeline/time-scale.ts";
import { narrowest, walkSpans } from "../../../../core/timeline/walk-spans.ts";
import { LaneSpans, SpanState } from "../../../../core/trace/folds/lane-spans.ts";

/** One pixel is one ms, from 0 to 1 000 ms. */
const scale = new TimeScale({ from: 0, to: 1_000_000 }, 0, 1_000);

function visits(spans: LaneSpans, over = scale, now = 1_000_000): string[] {
  const seen: string[] = [];
  const round = (x: number) => Math.round(x * 10) / 10;
  walkSpans(spans, over, now, {
    span: (index, x0, x1) => seen.push(`${stateName(spans.state(index))} ${round(x0)}–${round(x1)}`),
    narrow: (_, x0, x1, share) => seen.push(`narrow ${round(x0)}–${round(x1)} ${share.toFixed(2)}`),
  });
  return seen;
}

function stateName(state: number): string {
  return Object.entries(SpanState).find(([, code]) => code === state)?.[0] ?? "?";
}

/** Runs of `ran` ms every `every` ms, sleeping between. */
function turning(every: number, ran: number, turns: number): LaneSpans {
  const spans = new LaneSpans();
  for (let turn = 0; turn < turns; turn++) {
    spans.add(turn * every * 1_000, SpanState.running, turn * 2);
    spans.add((turn * every + ran) * 1_000, SpanState.waiting, turn * 2 + 1);
  }
  return spans;
}

test("spans that are wide enough are drawn to scale, the last one until now", () => {
  const spans = turning(400, 100, 2);
  expect(visits(spans, scale, 700_000)).toEqual([
    "running 0–100",
    "waiting 100–400",
    "running 400–500",
    "waiting 500–700",
  ]);
});

test("a run thinner than a pixel is widened, and the wait beside it gives way", () => {
  const spans = turning(100, 0.05, 2);
  expect(visits(spans, scale, 150_000)).toEqual([
    `narrow 0–${narrowest} 1.00`,
    "waiting 2–100",
    `narrow 100–102 1.00`,
    "waiting 102–150",
  ]);
});

test("runs too close to be told apart become columns that say what share of the time was spent running", () => {
  const spans = turning(1, 0.25, 1_000);
  const columns = visits(spans);
  expect(columns.length).toBeLessThanOrEqual(501);
  expect(columns[10]).toMatch(/^narrow 20–22 0\.25$/);
});

test("a few short runs together, with room around them, are one full column", () => {
  const spans = new LaneSpans();
  spans.add(0, SpanState.waiting, 0);
  for (const [turn, start] of [100_000, 100_300, 100_700].entries()) {
    spans.add(start, SpanState.running, turn * 2 + 1);
    spans.add(start + 20, SpanState.waiting, turn * 2 + 2);
  }
  expect(visits(spans, scale, 200_000)).toEqual(["waiting 0–100", "narrow 100–102 1.00", "waiting 102–200"]);
});

test("a wait or a ready that is thinner than a pixel does not move its neighbours", () => {
  const spans = new LaneSpans();
  spans.add(0, SpanState.waiting, 0);
  spans.add(100_000, SpanState.ready, 1);
  spans.add(100_020, SpanState.running, 2);
  spans.add(200_000, SpanState.waiting, 3);
  expect(visits(spans, scale, 300_000)).toEqual(["waiting 0–100", "running 100–200", "waiting 200–300"]);
});

test("nothing is drawn after the lane's end, nor before its first event", () => {
  const spans = new LaneSpans();
  spans.add(300_000, SpanState.running, 0);
  spans.end = 400_000;
  spans.endRow = 1;
  expect(visits(spans)).toEqual(["running 300–400"]);
});

test("a run that is the lane's last and short is drawn all the same", () => {
  const spans = new LaneSpans();
  spans.add(300_000, SpanState.waiting, 0);
  spans.add(500_000, SpanState.running, 1);
  spans.end = 500_200;
  spans.endRow = 2;
  expect(visits(spans)).toEqual(["waiting 300–500", "narrow 500–502 1.00"]);
});

test("only what is in sight is visited, whatever came before and after", () => {
  const spans = turning(100, 10, 100_000);
  const view = new TimeScale({ from: 5_000_050_000, to: 5_000_250_000 }, 0, 200);
  expect(visits(spans, view, 1e11)).toEqual([
    "waiting 0–50",
    "running 50–60",
    "waiting 60–150",
    "running 150–160",
    "waiting 160–200",
  ]);
});

test("the number of visits is bounded by the pixels, not by the recording", () => {
  const spans = turning(0.01, 0.004, 100_000);
  expect(visits(spans).length).toBeLessThanOrEqual(1_000 / narrowest + 1);
});
