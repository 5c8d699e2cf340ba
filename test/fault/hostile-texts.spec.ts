/**
 * Fault 16, in the app: a recording whose every text is an attack is opened and exported as a table and as a picture.
 * The picture, opened where scripts may run, runs none and asks for nothing; the table has no formula; nothing is lost.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "csv-parse/sync";
import { expect, type LaunchedApp } from "../e2e/app.ts";
import { answerSaveDialog } from "../e2e/exported.ts";
import { clickMenu, openFile, recordingLines } from "../e2e/opened.ts";
import { lostAfter } from "../support/nothing-lost/nothing-lost.ts";
import { says } from "../support/says.ts";
import { test } from "./one-app.ts";

const script = '</text></svg><script>globalThis.attacked = true; document.title = "attacked"</script>';
const handler = '"><image href="https://attack.example/x" onload="globalThis.attacked = true"/>';
const formula = '=HYPERLINK("https://attack.example/","click")';
const controls = "\u001b]0;attacked\u0007\u0000\u202e";

function hostileLines(): readonly string[] {
  const [header = "", ...rest] = recordingLines("I am shown");
  const hostileHeader = header.replaceAll("MainThread", JSON.stringify(script).slice(1, -1));
  const output = (s: number, text: string) =>
    JSON.stringify({ p: 17, s, t: 500_000 + s, lane: 16_777_217, kind: "output", text });
  const attacks = [script, handler, formula, controls].map((text, index) => output(3 + index, text));
  const raised = { p: 17, s: 7, t: 900_000, lane: 16_777_217, kind: "lane.ended", how: "raised", error: handler };
  const [created = "", ...others] = rest.slice(0, 6);
  const ends = rest.slice(7, 9);
  return [
    hostileHeader,
    created,
    ...others,
    ...attacks,
    JSON.stringify(raised),
    ...ends,
    '{"end":true,"events":13,"dropped":0}',
    "",
  ];
}

async function exported(app: LaunchedApp, format: string, path: string): Promise<string> {
  await answerSaveDialog(app, path);
  await clickMenu(app, `export.${format}`);
  await says(app, `Saved to ${path}`);
  await expect(app.page.getByText(`Saved to ${path}`)).toBeVisible();
  return path;
}

/** What a window with scripts on, without any policy, makes of the file: what it asked for, and what ran. */
function openedFreely(
  app: LaunchedApp,
  path: string,
): Promise<{ asked: string[]; root: string; attacked: string; title: string }> {
  return app.electron.evaluate(async ({ BrowserWindow, session }, url) => {
    const own = session.fromPartition("freely");
    const asked: string[] = [];
    own.webRequest.onBeforeRequest((details, done) => {
      asked.push(details.url);
      done({});
    });
    const window = new BrowserWindow({ show: false, webPreferences: { session: own, sandbox: true } });
    await window.loadURL(url);
    const js = (code: string): Promise<string> => window.webContents.executeJavaScript(code);
    const root = await js("document.documentElement.nodeName");
    const attacked = await js("String(globalThis.attacked)");
    const title = window.webContents.getTitle();
    window.destroy();
    return { asked, root, attacked, title };
  }, pathToFileURL(path).href);
}

test("a hostile recording's picture runs no script and asks for nothing, and its table begins no formula", async ({
  app,
}) => {
  const folder = join(app.data, "exports");
  mkdirSync(folder);
  const file = join(app.data, "hostile.spinscope");
  writeFileSync(file, hostileLines().join("\n"));
  await openFile(app, file);
  await expect(app.page.getByRole("banner").getByText("hostile.spinscope")).toBeVisible();
  const native = await exported(app, "spinscope", join(folder, "again.spinscope"));
  const others = [];
  for (const [format, ending] of [
    ["svg", "svg"],
    ["csv", "csv"],
    ["trace-event", "trace.json"],
  ] as const) {
    others.push(await exported(app, format, join(folder, `hostile.${ending}`)));
  }
  const svg = join(folder, "hostile.svg");
  const { asked, root, attacked, title } = await openedFreely(app, svg);
  expect({ root, attacked, asked }).toEqual({ root: "svg", attacked: "undefined", asked: [pathToFileURL(svg).href] });
  expect(title).toContain("Spinscope timeline: one-job-two-ways");
  const cells: string[][] = parse(readFileSync(join(folder, "hostile.csv"), "utf8"));
  expect(cells).toHaveLength(14);
  const texts = cells.map((row) => row[cells[0]?.indexOf("text") ?? -1] ?? "");
  expect(texts).toContain('\'=HYPERLINK("https://attack.example/","click")');
  expect(cells.flat().filter((cell) => /^\s*[=+@]|[\p{Cc}]/u.test(cell))).toEqual([]);
  expect(
    lostAfter({
      exported: native,
      others,
      folders: [folder],
      untouched: new Map([[file, Buffer.from(hostileLines().join("\n"))]]),
    }),
  ).toEqual([]);
  expect(app.complaints).toEqual([]);
  expect(app.log()).not.toMatch(/uncaught/i);
});
