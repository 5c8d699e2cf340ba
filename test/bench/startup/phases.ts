/**
 * Where a start's time goes: each moment's median of ours and of the empty window, and what each phase adds.
 */
import type { StartMarks } from "./launch.ts";

/** The moments in their order, with what has happened then. */
const moments: readonly (readonly [mark: string, what: string])[] = [
  ["runtime", "runtime booted"],
  ["main", "main loaded"],
  ["ready", "app ready"],
  ["window", "window created"],
  ["navigation", "page asked for"],
  ["page", "page loaded"],
  ["painted", "first paint"],
  ["said ready", "page said ready"],
  ["shown", "window shown"],
  ["usable", "window usable"],
  ["cpu Browser", "processor time, main"],
  ["cpu Tab", "processor time, page"],
  ["cpu GPU", "processor time, GPU"],
  ["cpu Utility", "processor time, utilities"],
];

/** The table's lines: for each moment the ms since the spawn, ours and empty. */
export function phaseLines(ours: readonly StartMarks[], empty: readonly StartMarks[]): readonly string[] {
  const rows = moments.map(([mark, what]) => {
    const [our, its] = [middle(ours, mark), middle(empty, mark)];
    const apart = our === undefined || its === undefined ? "" : (our - its).toFixed(0);
    return [what, our?.toFixed(0) ?? "", its?.toFixed(0) ?? "", apart];
  });
  const table = [["ms since the spawn, medians", "ours", "empty", "apart"], ...rows];
  const [ourUsable = Number.NaN, itsUsable = Number.NaN] = [middle(ours, "usable"), middle(empty, "usable")];
  return [
    ...table.map(([what = "", ...cells]) => what.padEnd(28) + cells.map((cell) => cell.padStart(8)).join("")),
    `ours takes ${(ourUsable / itsUsable).toFixed(2)} times as long as the empty window`,
  ];
}

/** The median of a mark; undefined where nobody set it. */
function middle(all: readonly StartMarks[], mark: string): number | undefined {
  const values = all.flatMap((marks) => (marks[mark] === undefined ? [] : [marks[mark]])).toSorted((a, b) => a - b);
  return values[Math.floor(values.length / 2)];
}
