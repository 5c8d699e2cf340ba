/**
 * One row of a benchmark: ours beside its peers, measured in turn in the same run. Medians of at least five rounds; a
 * ratio above 1 always means that ours is better.
 */
export interface BenchRow {
  readonly name: string;
  readonly unit: string;
  readonly better: "more" | "less";
  /** Median. */
  readonly ours: number;
  /** The smallest and the largest of ours. */
  readonly spread: readonly [number, number];
  /** Medians by peer; one that is absent is left out. */
  readonly peers: { readonly [peer: string]: number };
  readonly ratio: { readonly [peer: string]: number };
}

/** What each contender measured, a value a round. */
export interface Rounds {
  readonly ours: readonly number[];
  readonly peers: { readonly [peer: string]: readonly number[] };
}

/** @throws Error for fewer than five rounds of anybody. */
export function benchRow(name: string, unit: string, better: "more" | "less", rounds: Rounds): BenchRow {
  const ours = median(rounds.ours);
  const peers = Object.fromEntries(Object.entries(rounds.peers).map(([peer, values]) => [peer, median(values)]));
  const ratio = Object.fromEntries(
    Object.entries(peers).map(([peer, value]) => [peer, rounded(better === "more" ? ours / value : value / ours)]),
  );
  return {
    name,
    unit,
    better,
    ours: rounded(ours),
    spread: [rounded(Math.min(...rounds.ours)), rounded(Math.max(...rounds.ours))],
    peers: Object.fromEntries(Object.entries(peers).map(([peer, value]) => [peer, rounded(value)])),
    ratio,
  };
}

function median(values: readonly number[]): number {
  if (values.length < 5) throw new Error(`a benchmark needs five rounds at least, not ${values.length}`);
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** Four digits that count. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
