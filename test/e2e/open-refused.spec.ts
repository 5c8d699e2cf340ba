/**
 * Files that can't be opened, or not whole: said with line and reason at once, and what was open stays.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { figure, onIdleMachine } from "../support/faults/machine.ts";
import type { LaunchedApp } from "./app.ts";
import { openFile, recordingLines, shows, writeRecording } from "./opened.ts";
import { expect, test } from "./same-app.ts";

/** Faults 13 and 14: within so many ms, on a machine that has nothing else to do. */
const limit = 2_000;

/** What the app keeps of the files that are open: of the one shown, and of the one a step back. */
const keptFiles = (app: LaunchedApp): readonly string[] => readdirSync(join(app.data, "opened"));

/** Expects a file of that name to be refused at once: as soon as `refused` resolves. */
async function expectAtOnce(name: string, refused: () => Promise<void>): Promise<void> {
  const taken = await figure(async () => {
    const began = performance.now();
    await refused();
    return performance.now() - began;
  });
  expect(onIdleMachine(taken), name).toBeLessThan(limit);
}

test("a broken file is refused with line and reason, and what was open stays", async ({ app }) => {
  const good = join(app.data, "good.spinscope");
  writeRecording(good, "I stay");
  await openFile(app, good);
  await shows(app, good, "I stay");
  const kept = keptFiles(app);
  const whole = recordingLines("x");
  const withLine = (line: number, text: string) => whole.map((each, index) => (index === line - 1 ? text : each));
  const nested = `{"p":17,"s":2,"t":1,"lane":16777217,"kind":"lane.ended","how":"returned","value":${"[".repeat(1e6)}${"]".repeat(1e6)}}`;
  const twice = whole[6] ?? "";
  const hostile: Readonly<Record<string, readonly [string | Uint8Array, RegExp]>> = {
    proto: [
      withLine(7, '{"p":17,"s":2,"t":1,"lane":16777217,"kind":"tea","__proto__":{}}').join("\n"),
      /line 7.*__proto__/,
    ],
    deep: [withLine(7, nested).join("\n"), /line 7.*nested/],
    nan: [withLine(7, '{"p":17,"s":2,"t":NaN,"lane":16777217,"kind":"run"}').join("\n"), /line 7.*not JSON/],
    twice: [withLine(8, twice).join("\n"), /line 8.*twice/],
    utf8: [Buffer.concat([Buffer.from(`${whole[0]}\n`), Buffer.from([0xff, 0xfe, 10])]), /line 2/],
    other: ["hello\n", /line 1/],
    empty: ["", /is empty/],
  };
  for (const [name, [content, reason]] of Object.entries(hostile)) {
    const path = join(app.data, `${name}.spinscope`);
    writeFileSync(path, content);
    await expectAtOnce(name, async () => {
      await openFile(app, path);
      await expect(app.page.getByText(`${name}.spinscope was not opened`)).toHaveText(reason);
    });
    await shows(app, good, "I stay");
  }
  expect(kept).not.toEqual([]);
  expect(keptFiles(app)).toEqual(kept);
});

test("a pipe, a device, a folder and a file over the limit are refused without being read", async ({ app }) => {
  const path = (name: string) => join(app.data, name);
  execFileSync("mkfifo", [path("pipe.spinscope")]);
  mkdirSync(path("folder.spinscope"));
  writeFileSync(path("huge.spinscope"), "");
  truncateSync(path("huge.spinscope"), 2 ** 31 + 1);
  const cases: Readonly<Record<string, RegExp>> = {
    [path("pipe.spinscope")]: /no regular file/,
    "/dev/zero": /no regular file/,
    [path("folder.spinscope")]: /it is a folder/,
    [path("huge.spinscope")]: /2147483649 bytes, and the largest that is read/,
    [path("absent.spinscope")]: /can't be opened/,
  };
  for (const [file, reason] of Object.entries(cases)) {
    await expectAtOnce(file, async () => {
      await openFile(app, file);
      await expect(app.page.getByText(reason)).toBeVisible();
    });
  }
});

test("a file that was cut short is shown, with a count of what was read", async ({ app }) => {
  const path = join(app.data, "cut.spinscope");
  writeFileSync(path, recordingLines("before the cut").join("\n").slice(0, -200));
  await openFile(app, path);
  await shows(app, path, "before the cut");
  await expect(app.page.getByText(/cut\.spinscope is not whole: .*: 6 whole events were read\./).first()).toBeVisible();
});

test("reading a long file shows how far it is, and can be cancelled, whatever else is said", async ({ app }) => {
  const good = join(app.data, "good.spinscope");
  writeRecording(good, "I stay");
  await openFile(app, good);
  await shows(app, good, "I stay");
  const kept = keptFiles(app);
  await openFile(app, join(app.data, "absent.spinscope"));
  await expect(app.page.getByText("absent.spinscope was not opened")).toBeVisible();
  const path = join(app.data, "long.spinscope");
  const lines = recordingLines("x").slice(0, 6);
  const many = Array.from(
    { length: 1_500_000 },
    (_, n) => `{"p":17,"s":${n + 2},"t":${50 + n},"lane":16777217,"kind":"run"}`,
  );
  writeFileSync(path, [...lines, ...many, ""].join("\n"));
  await openFile(app, path);
  await expect(app.page.getByRole("progressbar", { name: /long\.spinscope/ })).toBeVisible();
  await app.page.getByRole("button", { name: "Cancel opening" }).click();
  await expect(app.page.getByRole("progressbar", { name: /long\.spinscope/ })).toHaveCount(0);
  await shows(app, good, "I stay");
  await expect.poll(() => keptFiles(app)).toEqual(kept);
});
