/**
 * Runs thread scenarios on the product's own thread host, and reads what they left. One scenario at a time.
 */
import type { RunThreads } from "../../../core/thread-host/run-threads.ts";
import { enterContext, type ThreadContext } from "../../../core/threading/context.ts";
import { sharedKinds } from "../../../core/threading/shared-kinds.ts";
import { createRunMemory, HostWithoutMain } from "../../support/threads/host-without-main.ts";
import type { Json } from "../json.ts";
import { ScenarioObjects } from "./scenario-objects.ts";
import { encode } from "./scenario-values.ts";
import { createLog, type Logged, readLog } from "./shared-log.ts";

/** What a scenario left. */
export interface BodiesResult extends Logged {
  readonly outcome: {
    readonly main: Json;
    readonly cells: Json;
    readonly unfinished: readonly string[];
    readonly hung: boolean;
  };
}

export class BodiesHost {
  readonly #host: HostWithoutMain;

  /** `workerFile`: the bundled entry of the workers. */
  constructor(workerFile: string) {
    this.#host = new HostWithoutMain(workerFile);
  }

  /** Runs a scenario's file, to its end or to its limit in ms, with the GIL or without. */
  async run(file: string, limit: number, gil: "on" | "off"): Promise<BodiesResult> {
    const memory = createRunMemory();
    const root = createLog(memory);
    const run = await this.#host.begin(file, { root, gil }, memory);
    let watchdog: ReturnType<typeof setTimeout> | undefined;
    const isLate = new Promise<boolean>((resolve) => (watchdog = setTimeout(() => resolve(true), limit)));
    const hung = await Promise.race([run.ended.then(() => false), isLate]);
    clearTimeout(watchdog);
    const logged = readLog(memory, root);
    run.close();
    return { ...logged, outcome: { ...outcomeOf(logged), cells: this.#cells(run.threads, root), hung } };
  }

  /** Ends the workers that are there. */
  close(): void {
    this.#host.close();
  }

  #cells({ memory, main }: RunThreads, root: number): Json {
    const program = { id: "host", module: {}, main: () => null };
    const context: ThreadContext = {
      memory,
      thread: main,
      observer: null,
      now: this.#host.now,
      program,
      kinds: sharedKinds,
      handles: new Map(),
    };
    const before = enterContext(context);
    try {
      return encode(Object.fromEntries(new ScenarioObjects(root).cells()));
    } finally {
      enterContext(before);
    }
  }
}

function outcomeOf({ strands }: Logged): { readonly main: Json; readonly unfinished: readonly string[] } {
  const count = (events: Logged["strands"] extends ReadonlyMap<string, infer Events> ? Events : never, kind: string) =>
    events.filter((event) => event[2] === kind).length;
  const unfinished = [...strands].filter(([, events]) => count(events, "start") > count(events, "end"));
  const end = strands.get("main")?.find((event) => event[2] === "end");
  return { main: end?.[3] ?? null, unfinished: unfinished.map(([name]) => name).toSorted() };
}
