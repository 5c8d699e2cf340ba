import { describe, expect, it } from "vitest";
import type { Distribution, ModeStatistics, StageMode } from "../../../../core/contract/worker-protocol.ts";
import { bareMilliseconds } from "../../../../renderer/inspector/bare-milliseconds.ts";
import { measuresOf } from "../../../../renderer/inspector/measures.ts";

const none: Distribution = { n: 0, p50: Number.NaN, p95: Number.NaN, max: Number.NaN };
const of = (us: number, n = 1): Distribution => ({ n, p50: us, p95: us * 2, max: us * 3 });

const threads: ModeStatistics = {
  frames: 30,
  frameLate: of(170, 30),
  askedSeen: of(63_000),
  requestedDelivered: none,
  deliveredEnded: none,
  join: of(64_000),
  message: of(410, 4),
};
const coroutines: ModeStatistics = {
  ...threads,
  askedSeen: none,
  requestedDelivered: of(210),
  deliveredEnded: of(190),
};

function staged(mode: StageMode["mode"], statistics: ModeStatistics): StageMode {
  return {
    mode,
    process: undefined,
    pid: undefined,
    lanes: [],
    laneCount: 0,
    console: "",
    consoleLine: 0,
    object: undefined,
    state: { key: "state.ended" },
    lines: [],
    statistics,
  };
}

/** The rows of one question as `[name, p50]`. */
function rows(id: string, modes: readonly StageMode[]) {
  const measure = measuresOf(modes, false).find((candidate) => candidate.id === id);
  return measure?.rows.map(({ key, distribution }) => [key, distribution.p50]);
}

describe("the statistics' rows", () => {
  const both = [staged("threads", threads), staged("coroutines", coroutines)];

  it("answer one question for both runtimes, one under the other, each by its own word", () => {
    expect(rows("stop", both)).toEqual([
      ["statistics.asked-seen", 63_000],
      ["statistics.requested-delivered", 210],
    ]);
    expect(rows("end", both)).toEqual([
      ["statistics.join", 64_000],
      ["statistics.delivered-ended", 190],
      ["statistics.await", 64_000],
    ]);
  });

  it("are only those of the modes that are shown", () => {
    expect(rows("stop", [staged("threads", threads)])).toEqual([["statistics.asked-seen", 63_000]]);
    expect(rows("frame-late", [staged("coroutines", coroutines)])).toEqual([["mode.coroutines", 170]]);
  });

  it("keep what has not happened yet, with n = 0, while the run is on", () => {
    const [row] = measuresOf([staged("threads", coroutines)], true).find(({ id }) => id === "stop")?.rows ?? [];
    expect(row?.distribution.n).toBe(0);
  });

  it("leave out what never happened once it has ended", () => {
    expect(rows("stop", [staged("threads", coroutines)])).toBeUndefined();
  });
});

describe("a duration in a column of ms", () => {
  it("has as many digits as the eye can use, and no unit", () => {
    expect([170, 63_000, 3_002_400].map(bareMilliseconds)).toEqual(["0.17", "63.0", "3002"]);
  });

  it("is a dash where there is none", () => {
    expect(bareMilliseconds(Number.NaN)).toBe("–");
  });
});
