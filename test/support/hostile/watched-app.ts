/**
 * What must not have changed in an app that was attacked, as sentences; empty when it withstood.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { LaunchedApp } from "../../e2e/app.ts";
import { exportBy } from "../../e2e/exported.ts";
import { ended } from "../../e2e/window.ts";
import { type Committed, committedAt } from "../nothing-lost/committed.ts";
import { lostAfter } from "../nothing-lost/nothing-lost.ts";

/** Memory that main may have taken in the meantime, MB: what came in was some hundred MB in all. */
const mostGrowth = 400;
/** Lines of the log that a flood may cause, and bytes of one line. */
const mostLines = 1_500;
const longestLine = 5_000;

/** Counts the dialogs that the app opens from now on, in place of opening them. */
export async function watchDialogs(app: LaunchedApp): Promise<void> {
  await app.electron.evaluate(({ dialog }) => {
    Reflect.set(globalThis, "dialogsOpened", 0);
    // An app that can't go on says so and waits for a person.
    Reflect.set(dialog, "showErrorBox", () => {});
    for (const name of ["showOpenDialog", "showSaveDialog"]) {
      Reflect.set(dialog, name, async () => {
        Reflect.set(globalThis, "dialogsOpened", Number(Reflect.get(globalThis, "dialogsOpened")) + 1);
        return { canceled: true, filePaths: [], filePath: "" };
      });
    }
  });
}

const dialogsOpened = (app: LaunchedApp) =>
  app.electron.evaluate(() => Number(Reflect.get(globalThis, "dialogsOpened")));

/** Main's memory, MB. */
export const memoryOf = (app: LaunchedApp) =>
  app.electron.evaluate(() => Math.round(process.memoryUsage().rss / 2 ** 20));

/** How many refusals the log has told of so far: each line that it writes of one says the count. */
export function refusalsIn(app: LaunchedApp): number {
  const counts = [...app.log().matchAll(/refused \((\d+) so far\)/g)].map(([, count]) => Number(count));
  return Math.max(0, ...counts);
}

/** What the journal of the present run holds now. */
export function committedSoFar(app: LaunchedApp): Committed {
  const folder = join(app.data, "recordings");
  const newest = readdirSync(folder).sort().at(-1);
  if (newest === undefined) throw new Error(`${folder} has no journal`);
  return committedAt(join(folder, newest));
}

/** Waits for the run's end, exports it, and says what the attack has done. `before`: main's memory, MB. */
export async function harmDone(app: LaunchedApp, committed: Committed, before: number): Promise<readonly string[]> {
  const opened = await dialogsOpened(app);
  await ended(app.page);
  const exported = await exportBy(app, "Timeline", `attacked-${Date.now()}.spinscope`);
  const lines = app.log().split("\n");
  const grown = (await memoryOf(app)) - before;
  return [
    ...lostAfter({ exported, committed, died: () => false, folders: [app.data] }),
    ...(opened === 0 ? [] : [`${opened} dialogs were opened`]),
    ...lines
      .filter((line) => /uncaught|could not go on|forged|failed/i.test(line))
      .map((line) => `the log says: ${line.slice(0, 300)}`),
    ...(lines.length <= mostLines ? [] : [`the log has ${lines.length} lines`]),
    ...lines
      .filter((line) => line.length > longestLine)
      .map((line) => `the log has a line of ${line.length} characters`),
    ...(grown <= mostGrowth ? [] : [`main has taken ${grown} MB`]),
  ];
}
