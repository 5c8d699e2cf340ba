/**
 * Fault 2, and main's and the page's own deaths: a producer has written thousands of events (20 000 in the soak) and
 * dies, by each means there is. What was committed is in the recording afterwards, to the number; of a thread host that
 * dies right after one of them nothing is missing but what main had not acknowledged.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { dataFolder, type LaunchedApp, launchApp, test } from "../e2e/app.ts";
import { expect } from "../e2e/patient.ts";
import { exportBoth, killMain, newestJournal, offers, openRecovered } from "../e2e/recovered.ts";
import { begin as beginInWindow, ended } from "../e2e/window.ts";
import { askForRun, begin, exportByMenu, over, shownText } from "../support/faults/begin.ts";
import { pageProcess } from "../support/faults/processes.ts";
import { spinsFast } from "../support/faults/spins-fast.ts";
import { committedAt } from "../support/nothing-lost/committed.ts";
import { type Evidence, lostAfter } from "../support/nothing-lost/nothing-lost.ts";
import { plantedApp } from "../support/planted/planted-app.ts";
import type { PlantedBug } from "../support/planted/planted-bug.ts";
import { isSoak } from "../support/soak.ts";

const rounds = isSoak ? 20 : 1;
/** How many events are written before the death: as long as it takes in the soak, as quick as can be otherwise. */
const many = isSoak ? 20_000 : 4_000;

test.beforeEach(() => test.setTimeout(180_000 * rounds));

type Mode = "threads" | "coroutines";

/** Which producers a mode's are. */
const isOf: Readonly<Record<Mode, (producer: number) => boolean>> = {
  threads: (producer) => producer >= 16,
  coroutines: (producer) => producer > 0 && producer < 16,
};

/** As many spinners as there can be, as fast as they turn: some thousand events a second. */
const fast = { frame: 0.01, job: 30, spinners: 8 } as const;

/** Waits until so many events of that mode are committed. */
async function committedMany(app: LaunchedApp, mode: Mode): Promise<void> {
  const count = (): number => {
    const path = newestJournal(app.data);
    if (path === "") return 0;
    return [...committedAt(path).events].filter((name) => isOf[mode](Number.parseInt(name, 10))).length;
  };
  await expect.poll(count, { intervals: [100] }).toBeGreaterThanOrEqual(many);
}

/** By what a thread host dies. */
const deaths = ["exit", "throw", "abort", "SIGKILL"] as const;

/** Not a bug of Spinscope's: what any program's fault could do to its host, by the means that the file `death` names. */
const dies: PlantedBug = {
  name: "dies-after-many",
  module: "core/thread-host/outbox.ts",
  right: "      this.#wire.send(batch);\n",
  wrong: `      this.#wire.send(batch);
      globalThis.sent = (globalThis.sent ?? 0) + batch.count;
      if (globalThis.sent >= ${many}) {
        const fs = process.getBuiltinModule("node:fs");
        const words = JSON.stringify({ last: [...this.#last], unacknowledged: this.#rows });
        fs.writeFileSync(__dirname + "/sent.json", words);
        const death = fs.readFileSync(__dirname + "/death", "utf8");
        if (death === "exit") process.exit(7);
        if (death === "throw") throw new Error("planted");
        if (death === "abort") process.abort();
        process.kill(process.pid, "SIGKILL");
      }
`,
};

const sentSchema = z.object({ last: z.array(z.tuple([z.number(), z.number()])), unacknowledged: z.number() });

/** What the dying host had written of itself: by producer how many it sent, and how many main had not acknowledged. */
function lastWords(sent: string): Pick<Evidence, "emitted" | "exposure"> {
  const said = sentSchema.parse(JSON.parse(readFileSync(sent, "utf8")));
  return { emitted: new Map(said.last.map(([producer, last]) => [producer, last + 1])), exposure: said.unacknowledged };
}

test(`thread hosts that die right after ${many} events, by exit, error, abort or signal, lose nothing that was committed`, async () => {
  const folder = await plantedApp(dies, ["utility"], [spinsFast]);
  const host = join(folder, "out", "app", "utility");
  const sent = join(host, "sent.json");
  for (let round = 0; round < rounds; round++) {
    const app = await launchApp([], dataFolder(), folder);
    for (const death of deaths) {
      rmSync(sent, { force: true });
      writeFileSync(join(host, "death"), death);
      await beginInWindow(app.page, () => askForRun(app, { modes: ["threads"], parameters: fast }));
      await over(app);
      await ended(app.page);
      const committed = committedAt(newestJournal(app.data));
      const [exported, trace] = await exportBoth(app, `after-${death}`);
      const lost = lostAfter({ exported, committed, died: isOf.threads, others: [trace], ...lastWords(sent) });
      expect(lost, `${death}, round ${round}`).toEqual([]);
    }
    expect(app.log()).not.toMatch(/uncaught|could not go on/i);
    await app.close();
  }
});

test(`when the page is killed after ${many} events, and then main, what was committed is exported, and is in the recovered recording`, async () => {
  for (let round = 0; round < rounds; round++) {
    const data = dataFolder();
    const first = await launchApp([], data);
    await begin(first, { modes: ["coroutines"], parameters: fast });
    await committedMany(first, "coroutines");
    const page = await pageProcess(first);
    const before = committedAt(newestJournal(data));
    process.kill(page, "SIGKILL");
    await over(first);
    const kept = await exportByMenu(first);
    expect(lostAfter({ exported: kept, committed: before, died: isOf.coroutines }), `round ${round}`).toEqual([]);
    await expect.poll(() => shownText(first), { intervals: [50] }).toContain("Run again");
    await begin(first, { modes: ["threads", "coroutines"], parameters: fast });
    await Promise.all([committedMany(first, "threads"), committedMany(first, "coroutines")]);
    await killMain(first);
    const committed = committedAt(newestJournal(data));
    const second = await launchApp([], data);
    await expect(offers(second.page)).toBeVisible();
    await openRecovered(second);
    const [exported, trace] = await exportBoth(second, "recovered");
    expect(lostAfter({ exported, committed, died: () => true, others: [trace] }), `round ${round}`).toEqual([]);
    await second.close();
  }
});
