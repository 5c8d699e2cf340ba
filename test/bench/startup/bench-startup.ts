/**
 * The benchmark `startup`: from the spawn of the process until our window can be used, against an empty Electron window
 * on the same runtime with the same switches, in turn in the same run. Where the difference goes is said beside it.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BenchRow, benchRow } from "../report/row.ts";
import { launch, type StartedApp, type StartMarks } from "./launch.ts";
import { phaseLines } from "./phases.ts";

/** Of each, in turn. */
const rounds = 9;
/** The page as empty as it can be and still paint something. */
const emptyPage = '<!doctype html><html lang="en"><meta charset="utf-8" /><title>Empty</title><p>Empty</p></html>\n';

export async function benchStartup(): Promise<readonly BenchRow[]> {
  const temporary = mkdtempSync(join(tmpdir(), "spinscope-startup-"));
  try {
    const empty: StartedApp = { folder: emptyApp(temporary), data: join(temporary, "empty-data") };
    const ours: StartedApp = { folder: process.cwd(), data: join(temporary, "our-data"), pageReady: "page.ready" };
    // The first start of each fills caches of the disk and of V8, and is not counted.
    await launch(empty);
    await launch(ours);
    const all: { ours: StartMarks[]; empty: StartMarks[] } = { ours: [], empty: [] };
    for (let round = 0; round < rounds; round++) {
      all.ours.push(await launch(ours));
      all.empty.push(await launch(empty));
    }
    for (const line of phaseLines(all.ours, all.empty)) process.stderr.write(`${line}\n`);
    const usable = (marks: readonly StartMarks[]) => marks.map(({ usable: at = Number.NaN }) => at);
    const peers = { "empty-electron": usable(all.empty) };
    return [benchRow("window usable", "ms", "less", { ours: usable(all.ours), peers })];
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Writes the peer below `temporary` and gives its folder. */
function emptyApp(temporary: string): string {
  const folder = join(temporary, "empty");
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "empty", main: "main.cjs" }));
  writeFileSync(join(folder, "main.cjs"), `require(${JSON.stringify(join(__dirname, "startup-empty-main.cjs"))});\n`);
  writeFileSync(join(folder, "index.html"), emptyPage);
  return folder;
}
