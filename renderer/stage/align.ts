/**
 * Two listings set line against line: lines that say nearly the same stand in the same row, and a gap stands where one
 * program has a line that the other does not need. The alignment keeps both orders and has the greatest sum of
 * likenesses (Needleman–Wunsch); lines of different blocks never meet.
 */
import { outline } from "./outline.ts";

/** A row of two listings: line numbers counted from 1, undefined for a gap. */
export type Row = readonly [left: number | undefined, right: number | undefined];

/** Below this likeness two lines are better left apart. */
const least = 0.3;

/** The rows of two aligned listings, from top to bottom. Every line of both is in exactly one row. */
export function align(left: readonly string[], right: readonly string[]): readonly Row[] {
  const blocks = [blockNames(left), blockNames(right)] as const;
  const likeness = (i: number, j: number): number =>
    blocks[0][i] === blocks[1][j] ? lineLikeness(left[i] ?? "", right[j] ?? "") : 0;
  return walkBack(left.length, right.length, likeness, bestSums(left.length, right.length, likeness));
}

/** The name of the block that each line is in. */
function blockNames(lines: readonly string[]): readonly string[] {
  const names = lines.map(() => "");
  const blocks = outline(lines);
  blocks.forEach((block, order) => {
    const end = blocks[order + 1]?.from ?? lines.length + 1;
    names.fill(block.name, block.from - 1, end - 1);
  });
  return names;
}

/** From 0, nothing in common, to 1, the same: the share of words, and of indentation, that two lines have in common. */
function lineLikeness(left: string, right: string): number {
  const [a, b] = [wordsOf(left), wordsOf(right)];
  if (a.size + b.size === 0) return 1;
  const common = [...a].filter((word) => b.has(word)).length;
  return (2 * common) / (a.size + b.size);
}

function wordsOf(line: string): ReadonlySet<string> {
  return new Set(line.match(/^\s+|\w+|[^\s\w]/g) ?? []);
}

/** `sums[i][j]`: the best sum of likenesses of the lines from `i` on with those from `j` on. */
function bestSums(rows: number, columns: number, likeness: (i: number, j: number) => number) {
  const sums = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const alike = likeness(i, j);
      const together = alike < least ? 0 : alike + at(sums, i + 1, j + 1);
      const apart = Math.max(at(sums, i + 1, j), at(sums, i, j + 1));
      sums[i]?.fill(Math.max(together, apart), j, j + 1);
    }
  }
  return sums;
}

function walkBack(
  rows: number,
  columns: number,
  likeness: (i: number, j: number) => number,
  sums: readonly Float64Array[],
): readonly Row[] {
  const aligned: Row[] = [];
  let i = 0;
  let j = 0;
  while (i < rows || j < columns) {
    const alike = i < rows && j < columns ? likeness(i, j) : 0;
    if (alike >= least && at(sums, i, j) === alike + at(sums, i + 1, j + 1)) aligned.push([++i, ++j]);
    else if (i < rows && (j === columns || at(sums, i + 1, j) >= at(sums, i, j + 1))) aligned.push([++i, undefined]);
    else aligned.push([undefined, ++j]);
  }
  return aligned;
}

function at(sums: readonly Float64Array[], i: number, j: number): number {
  return sums[i]?.[j] ?? 0;
}
