/**
 * Fault 2, and main's and the page's own deaths: a producer has written thousands of events (20 000 in the soak) and
 * dies, by each means there is. What was committed is in the recording afterwards, to the number; of a thread host that
 * dies right after one of them nothing is missing but what main had not acknowledged.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { dataFolder, type LaunchedApp, launchApp, test } from "../e2e/app.ts";
import { answerSaveDialog } from "../e2e/exported.ts";
import { clickMenu } from "../e2e/opened.ts";
import { expect } from "../e2e/patient.ts";
import { exportBoth, killMain, newestJournal, offers, openRecovered } from "../e2e/recovered.ts";
import { ended } from "../e2e/window.ts";
import { committedAt } from "../support/nothing-lost/committed.ts";
import { type Evidence, lostAfter } from "../support/nothing-lost/nothing-lost.ts";
import { plantedApp } from "../support/planted/planted-app.ts";
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

/** Runs as many spinners as there can be, as fast as they turn: some thousand events a second. */
async function runFast(app: LaunchedApp, modes: readonly Mode[]): Promise<void> {
  const answer = await app.page.evaluate((which) => {
    const parameters = { message: "thinking!", frame: 0.01, job: 30, spinners: 8 };
    const api: { request(type: string, payload: object): Promise<unknown> } = Reflect.get(window, "spinscope");
    return api.request("run.start", { lesson: "one-job-two-ways", modes: which, parameters });
  }, modes);
  expect(answer).toEqual({ ok: true });
}

/** Waits until so many events of that mode are committed. */
async function committedMany(app: LaunchedApp, mode: Mode): Promise<void> {
  const count = (): number => {
    const path = newestJournal(app.data);
    if (path === "") return 0;
    return [...committedAt(path).events].filter((name) => isOf[mode](Number.parseInt(name, 10))).length;
  };
  await expect.poll(count).toBeGreaterThanOrEqual(many);
}

/** Exports by the menu, which is there also when the driver's page died with its process. */
async function exportByMenu(app: LaunchedApp): Promise<string> {
  const path = join(app.data, "after.spinscope");
  await answerSaveDialog(app, path);
  const isEnabled = () =>
    app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("run")?.enabled === true);
  await expect.poll(isEnabled).toBe(true);
  await clickMenu(app, "export.spinscope");
  await expect.poll(() => existsSync(path)).toBe(true);
  return path;
}

const deaths: Readonly<Record<string, string>> = {
  exit: "process.exit(7)",
  throw: "(() => { throw new Error('planted'); })()",
  abort: "process.abort()",
  sigkill: "process.kill(process.pid, 'SIGKILL')",
};

const sentSchema = z.object({ last: z.array(z.tuple([z.number(), z.number()])), unacknowledged: z.number() });

/** What the dying host had written of itself: by producer how many it sent, and how many main had not acknowledged. */
function lastWords(folder: string): Pick<Evidence, "emitted" | "exposure"> {
  const said = sentSchema.parse(JSON.parse(readFileSync(join(folder, "out", "app", "utility", "sent.json"), "utf8")));
  return { emitted: new Map(said.last.map(([producer, last]) => [producer, last + 1])), exposure: said.unacknowledged };
}

for (const [means, how] of Object.entries(deaths)) {
  test(`a thread host that dies by ${means} right after ${many} events loses nothing that was committed`, async () => {
    const folder = await plantedApp(
      {
        name: `dies-by-${means}`,
        module: "core/thread-host/outbox.ts",
        right: "      this.#wire.send(batch);\n",
        wrong: `      this.#wire.send(batch);
      globalThis.sent = (globalThis.sent ?? 0) + batch.count;
      if (globalThis.sent >= ${many}) {
        const words = JSON.stringify({ last: [...this.#last], unacknowledged: this.#rows });
        process.getBuiltinModule("node:fs").writeFileSync(__dirname + "/sent.json", words);
        ${how};
      }
`,
      },
      ["utility"],
    );
    for (let round = 0; round < rounds; round++) {
      const app = await launchApp([], dataFolder(), folder);
      await runFast(app, ["threads"]);
      await ended(app.page);
      const committed = committedAt(newestJournal(app.data));
      const [exported, trace] = await exportBoth(app, "after");
      const lost = lostAfter({ exported, committed, died: isOf.threads, others: [trace], ...lastWords(folder) });
      expect(lost, `round ${round}`).toEqual([]);
      expect(app.log()).not.toMatch(/uncaught|could not go on/i);
      await app.close();
    }
  });
}

test(`a page that is killed after ${many} events loses nothing that was committed`, async () => {
  for (let round = 0; round < rounds; round++) {
    const app = await launchApp();
    await runFast(app, ["coroutines"]);
    await committedMany(app, "coroutines");
    const page = await app.electron.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
    );
    const committed = committedAt(newestJournal(app.data));
    process.kill(page, "SIGKILL");
    const exported = await exportByMenu(app);
    expect(lostAfter({ exported, committed, died: isOf.coroutines }), `round ${round}`).toEqual([]);
    await app.close();
  }
});

test(`when main is killed after ${many} events, what was committed is in the recovered recording`, async () => {
  for (let round = 0; round < rounds; round++) {
    const data = dataFolder();
    const first = await launchApp([], data);
    await runFast(first, ["threads", "coroutines"]);
    await Promise.all([committedMany(first, "threads"), committedMany(first, "coroutines")]);
    await killMain(first);
    const committed = committedAt(newestJournal(data));
    const second = await launchApp([], data);
    await expect(offers(second.page)).toBeVisible();
    await openRecovered(second);
    const [exported, trace] = await exportBoth(second, "after");
    expect(lostAfter({ exported, committed, died: () => true, others: [trace] }), `round ${round}`).toEqual([]);
    await second.close();
  }
});
