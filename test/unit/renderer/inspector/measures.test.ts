import { describe, expect, it } from "vitest";
import type { Distribution, ModeStatistics } from "../../../../core/contract/worker-protocol.ts";
import { measures } from "../../../../renderer/inspector/measures.ts";

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

/** A cell as it reads, its thin spaces made plain. */
function cell(id: string, statistics: ModeStatistics, mode: "threads" | "coroutines"): string | undefined {
  return measures
    .find((measure) => measure.id === id)
    ?.value(statistics, mode)
    .replaceAll("\u202f", " ");
}

describe("the statistics' rows", () => {
  it("answer the same question for both runtimes in one row, each by its own word", () => {
    expect(cell("stop", threads, "threads")).toBe("63.0 ms");
    expect(cell("stop", coroutines, "coroutines")).toBe("0.21 ms");
    expect(measures.find(({ id }) => id === "stop")?.names(["threads", "coroutines"])).toEqual([
      { key: "statistics.asked-seen", mode: "threads" },
      { key: "statistics.requested-delivered", mode: "coroutines" },
    ]);
  });

  it("have no name where no shown runtime has the thing", () => {
    expect(measures.find(({ id }) => id === "ended")?.names(["threads"])).toEqual([]);
  });

  it("show a dash for what did not happen", () => {
    expect(cell("ended", threads, "threads")).toBe("–");
  });

  it("show counts without a unit and percentiles with theirs", () => {
    expect(cell("frames", threads, "threads")).toBe("30");
    expect(cell("frame-late-p50", threads, "threads")).toBe("0.17 ms");
    expect(cell("frame-late-p95", threads, "threads")).toBe("0.34 ms");
  });
});
