/**
 * One look at everything that an app could lose bit by bit: memory of each of its processes, open descriptors, listeners,
 * processes, and what it keeps on disk. Taken while nothing runs.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { LaunchedApp } from "../../e2e/app.ts";

export const kinds = ["main", "page", "threads", "gpu", "other"] as const;
/** Main, the window's page, the thread hosts, the GPU process, and Chromium's own utility processes. */
export type Kind = (typeof kinds)[number];
export type ByKind = Readonly<Record<Kind, number>>;

export interface Sample {
  /** Minutes since the soak began. */
  readonly at: number;
  /** Memory that a process shares with no other, MB. */
  readonly memory: ByKind;
  readonly processes: ByKind;
  readonly descriptors: ByKind;
  /** Main's own threads: Chromium's, Node's, and those that read and write files. */
  readonly mainThreads: number;
  /** Listeners of main's emitters; of the page's targets of events. */
  readonly mainListeners: number;
  readonly pageListeners: number;
  /** Of the page's document, and those that it has taken out and something still holds. */
  readonly pageNodes: number;
  /** JavaScript heaps in use, MB. */
  readonly mainHeap: number;
  readonly pageHeap: number;
  /** The app's own data folder, kB. */
  readonly disk: number;
  /** Utility processes of ours that main has forked since the soak began. */
  readonly forks: number;
}

/** Has main count its forks from now on, and lets a look collect its garbage. */
export async function openMain({ electron }: LaunchedApp): Promise<void> {
  await electron.evaluate(({ utilityProcess }) => {
    process.getBuiltinModule("node:v8").setFlagsFromString("--expose-gc");
    Reflect.set(globalThis, "collectGarbage", process.getBuiltinModule("node:vm").runInNewContext("gc"));
    const { fork } = utilityProcess;
    Reflect.set(globalThis, "forks", 0);
    Reflect.set(utilityProcess, "fork", (...args: Parameters<typeof fork>) => {
      Reflect.set(globalThis, "forks", Number(Reflect.get(globalThis, "forks")) + 1);
      return fork.apply(utilityProcess, args);
    });
  });
}

/** A look that asks the page by `session`, a connection to its debugger. */
export async function takeSample(app: LaunchedApp, pageMetrics: () => Promise<PageMetrics>, at: number) {
  const page = await pageMetrics();
  const main = await askMain(app);
  const memory = none();
  const processes = none();
  const descriptors = none();
  for (const { pid, kind, workingSet } of main.processes) {
    memory[kind] += privateMegabytes(pid) ?? workingSet / 1_000;
    processes[kind] += 1;
    descriptors[kind] += entriesOf(`/proc/${pid}/fd`);
  }
  const sample: Sample = {
    at,
    memory,
    processes,
    descriptors,
    mainThreads: entriesOf(`/proc/${app.electron.process().pid}/task`),
    mainListeners: main.listeners,
    pageListeners: page.listeners,
    pageNodes: page.nodes,
    mainHeap: main.heap / 1e6,
    pageHeap: page.heap / 1e6,
    disk: kilobytesBelow(app.data),
    forks: main.forks,
  };
  return sample;
}

export interface PageMetrics {
  readonly listeners: number;
  readonly nodes: number;
  /** Bytes. */
  readonly heap: number;
}

/** The page is looked at so often for one sample, so many ms apart; the least counts. */
const looks = 4;
const betweenLooks = 250;

/** Opens the page's own counters. */
export async function openPageMetrics({ page }: LaunchedApp): Promise<() => Promise<PageMetrics>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const look = async (): Promise<PageMetrics> => {
    // What nobody holds any more is no leak: without this, garbage that waits for its collector looks like one.
    await session.send("HeapProfiler.collectGarbage");
    // Nor is what an allocator has free and has not given back.
    await session.send("Memory.simulatePressureNotification", { level: "critical" });
    const { metrics } = await session.send("Performance.getMetrics");
    const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return { listeners: value("JSEventListeners"), nodes: value("Nodes"), heap: value("JSHeapUsedSize") };
  };
  return async () => {
    let least = await look();
    // Neither is what goes away by itself: a port lives until its other end was told, a note until its time is up.
    for (let again = 1; again < looks; again++) {
      await delay(betweenLooks);
      const { listeners, nodes, heap } = await look();
      least = {
        listeners: Math.min(least.listeners, listeners),
        nodes: Math.min(least.nodes, nodes),
        heap: Math.min(least.heap, heap),
      };
    }
    return least;
  };
}

const none = (): Record<Kind, number> => ({ main: 0, page: 0, threads: 0, gpu: 0, other: 0 });

async function askMain({ electron }: LaunchedApp) {
  const answer = await electron.evaluate(({ app, BrowserWindow, ipcMain, nativeTheme, session }) => {
    Reflect.get(globalThis, "collectGarbage")();
    const window = BrowserWindow.getAllWindows()[0];
    const contents = window?.webContents;
    const emitters = [process, app, ipcMain, nativeTheme, session.defaultSession, window, contents];
    const listeners = emitters
      .filter((emitter) => emitter !== undefined)
      .map((emitter) => emitter.eventNames().reduce((sum, name) => sum + emitter.listenerCount(String(name)), 0))
      .reduce((sum, count) => sum + count, 0);
    return {
      processes: app.getAppMetrics().map(({ pid, type, name, memory }) => {
        return { pid, type: String(type), name: name ?? "", workingSet: memory.workingSetSize };
      }),
      listeners,
      heap: process.memoryUsage().heapUsed,
      forks: Number(Reflect.get(globalThis, "forks")),
    };
  });
  const processes = answer.processes.map((process) => ({ ...process, kind: kindOf(process) }));
  return { ...answer, processes };
}

function kindOf({ type, name }: { readonly type: string; readonly name: string }): Kind {
  if (type === "Browser") return "main";
  if (type === "Tab") return "page";
  if (type === "GPU") return "gpu";
  return name.startsWith("Spinscope") ? "threads" : "other";
}

/** Undefined where the system does not tell, or the process is gone. */
function privateMegabytes(pid: number): number | undefined {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    const kilobytes = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)].map(([, count]) => Number(count));
    return kilobytes.reduce((sum, count) => sum + count, 0) / 1_000;
  } catch {
    return undefined;
  }
}

/** How many entries a folder has; 0 where the system has no such folder, or has it no more. */
function entriesOf(folder: string): number {
  try {
    return readdirSync(folder).length;
  } catch {
    return 0;
  }
}

function kilobytesBelow(folder: string): number {
  const bytes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0);
  return bytes / 1_000;
}
