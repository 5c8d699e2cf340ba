/**
 * `--demo`, for a machine without a display: the spinner runs side by side once, asked for by way of the page as a
 * person would; both consoles are printed, and the recording is left in both formats, with a picture of the window.
 * Invariant: it ends, within its bound, with 0, or with 1 and a sentence.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RunState } from "../../../core/contract/run.ts";
import { translate } from "../../../core/i18n/index.ts";
import type { Application } from "../app/application.ts";
import { consoleTexts } from "./console-texts.ts";

/** How long the whole demo may take, ms: the run itself takes 3 s. */
const patience = 60_000;
/** How long the picture may take to show the end of the run, ms. */
const settling = 500;

/** Runs the demo; files go to `folder` (absolute). Gives the exit code. */
export async function runDemo(application: Application, folder: string): Promise<number> {
  const overdue = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error(`it took longer than ${patience / 1_000} s`)), patience);
  });
  try {
    await Promise.race([demonstrate(application, folder), overdue]);
    return 0;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await print(process.stderr, `The demo failed: ${reason.replace(/\.$/, "")}.\n`);
    return 1;
  }
}

async function demonstrate(application: Application, folder: string): Promise<void> {
  await application.pageReady;
  const state = await runOnce(application);
  // A run that could not begin has a problem, and no program of it an outcome.
  if (state.problem !== undefined) throw new Error(state.problem);
  for (const { mode, outcome } of state.modes) {
    if (outcome?.how === "returned") continue;
    throw new Error(
      `${mode} ${outcome === undefined ? "did not run" : `ended ${outcome.how}: ${outcome.error ?? ""}`}`,
    );
  }
  const source = application.shelf.present;
  if (source === undefined) throw new Error("nothing was recorded");
  const cursor = application.shelf.openCursor();
  for (const [mode, text] of consoleTexts(cursor, modesOf(state))) {
    await print(process.stdout, `${translate("en", `mode.${mode}`)}\n${text}\n\n`);
  }
  cursor.close();
  mkdirSync(folder, { recursive: true });
  for (const name of ["spinner.spinscope", "spinner.trace.json"]) {
    const from = { kind: "journal", path: source.journal, committed: source.committed() } as const;
    const loss = await application.write(from, join(folder, name));
    if (loss !== undefined) throw new Error(`${name} lacks ${loss.events} of ${loss.of} events: ${loss.damage.reason}`);
    await print(process.stdout, `${join(folder, name)}\n`);
  }
  application.shelf.settle(source.journal, "saved");
  await new Promise((resolve) => setTimeout(resolve, settling));
  const picture = await application.window.webContents.capturePage();
  writeFileSync(join(folder, "spinner.png"), picture.toPNG());
  await print(process.stdout, `${join(folder, "spinner.png")}\n`);
}

function modesOf(state: RunState): readonly RunState["modes"][number]["mode"][] {
  return state.modes.map(({ mode }) => mode);
}

/** Runs what the page would run now, and gives how the run ended. */
function runOnce(application: Application): Promise<RunState> {
  return new Promise((resolve) => {
    application.onState((state) => {
      if (state.phase === "ended") resolve(state);
    });
    application.tell({ type: "menu.command", payload: { command: "run" } });
  });
}

/** Resolves when the text has left this process, which may end right after. */
function print(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => void stream.write(text, () => resolve()));
}
