/**
 * What a soak's samples say: which quantity grew, and a table for people. The first samples are the warm-up: caches
 * fill, code is compiled, pools are made.
 */
import { type Kind, kinds, type Sample } from "./sample.ts";
import { slope } from "./slope.ts";

/** The share of the time that is warm-up. */
const warmUp = 0.25;
/** What memory may grow by, main, page and thread hosts together, MB a minute. */
const mostGrowth = 1;
/** Counts differ by so much from look to look with nothing lost: a timer that is about to fire, a file being closed. */
const slack = 4;
/** Chromium ends idle threads of its pools and makes them anew; a thread that each opened file leaves is more. */
const threadSlack = 8;
/** Those of the page by more: what was last rendered, and what for. One left behind at each run is more by far. */
const pageSlack = 10;
/** Nodes of the page: a console's lines and a table's rows differ so much; a listing left behind at each run is thousands. */
const nodeSlack = 1_000;
/** The first Electron whose main keeps no descriptor of each process that it forked. */
const forksAreClean = 35;

export interface Verdict {
  readonly lines: readonly string[];
  /** What is wrong, a sentence each. */
  readonly problems: readonly string[];
}

export interface Judging {
  /** Electron's major version. */
  readonly electron: number;
  /** Whether the samples go on for long enough to judge memory by them. */
  readonly memory: boolean;
}

export function judge(all: readonly Sample[], { electron, memory: judgeMemory }: Judging): Verdict {
  const end = all.at(-1)?.at ?? 0;
  const samples = all.filter(({ at }) => at >= end * warmUp);
  const problems: string[] = [];
  const rows: string[][] = [];
  const sumOf = (kindsToSum: readonly Kind[], what: "memory" | "processes" | "descriptors") => (sample: Sample) =>
    kindsToSum.reduce((sum, kind) => sum + sample[what][kind], 0);
  const growth = (value: (sample: Sample) => number) =>
    slope(samples.map((sample) => ({ at: sample.at, value: value(sample) })));
  const row = (name: string, unit: string, value: (sample: Sample) => number): void => {
    const values = samples.map(value);
    const numbers = [values[0] ?? 0, values.at(-1) ?? 0, Math.min(...values), Math.max(...values), growth(value)];
    rows.push([name, ...numbers.map((number, column) => number.toFixed(column === 4 ? 3 : 1)), unit]);
  };
  for (const kind of kinds) row(`memory, ${kind}`, "MB", ({ memory }) => memory[kind]);
  const ours = sumOf(["main", "page", "threads"], "memory");
  row("memory, ours together", "MB", ours);
  row("heap, main", "MB", ({ mainHeap }) => mainHeap);
  row("heap, page", "MB", ({ pageHeap }) => pageHeap);
  if (judgeMemory && growth(ours) >= mostGrowth)
    problems.push(`memory grows by ${growth(ours).toFixed(2)} MB a minute`);
  const kept = (sample: Sample) => (electron < forksAreClean ? sample.forks : 0);
  const counts: readonly (readonly [string, (sample: Sample) => number, number])[] = [
    ["descriptors, less those of forks", (sample) => sumOf(kinds, "descriptors")(sample) - kept(sample), slack],
    ["processes", sumOf(kinds, "processes"), slack],
    ["threads, main", ({ mainThreads }) => mainThreads, threadSlack],
    ["listeners, main", ({ mainListeners }) => mainListeners, slack],
    ["listeners, page", ({ pageListeners }) => pageListeners, pageSlack],
    ["nodes, page", ({ pageNodes }) => pageNodes, nodeSlack],
  ];
  for (const [name, value, most] of counts) {
    row(name, "", value);
    const grown = growth(value) * (end - (samples[0]?.at ?? 0));
    const values = samples.map(value);
    const apart = (values.at(-1) ?? 0) - (values[0] ?? 0);
    if (grown > most && apart > most) problems.push(`${name} grew by ${apart}, which is not flat`);
  }
  row("forks so far", "", ({ forks }) => forks);
  row("data folder", "kB", ({ disk }) => disk);
  return { lines: table(rows, samples.length), problems };
}

function table(rows: readonly string[][], samples: number): readonly string[] {
  const head = [`after warm-up, ${samples} looks`, "first", "last", "least", "most", "a minute", ""];
  return [head, ...rows].map(([name = "", ...cells]) => {
    return `${name.padEnd(34)}${cells.map((cell) => cell.padStart(10)).join("")}`.trimEnd();
  });
}
