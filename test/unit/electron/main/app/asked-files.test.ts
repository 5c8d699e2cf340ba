import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { AskedFiles } from "../../../../../electron/main/app/asked-files.ts";
import { appArguments } from "../../../../../electron/main/app/command-line.ts";

describe("files that are asked for", () => {
  test("before there is a window wait: the last one is opened, then each as it is asked for", () => {
    const asked = new AskedFiles();
    const opened: string[] = [];
    asked.ask("/a");
    asked.ask("/b");
    asked.openWith((path) => opened.push(path));
    asked.ask("/c");
    expect(opened).toEqual(["/b", "/c"]);
  });
});

describe("the app's arguments", () => {
  const at = (argv: readonly string[]) => appArguments(["/bin/electron", ...argv], "/somewhere", "/checkout");

  test("name a file, from where the app was started", () => {
    expect(at(["/checkout", "--flag=x", "a.spinscope", "b.spinscope"]).file).toBe(join("/somewhere", "a.spinscope"));
    expect(at(["/elsewhere/a.spinscope"]).file).toBe("/elsewhere/a.spinscope");
  });

  test("have no file where only the app's own folder and switches are named", () => {
    expect(at(["--inspect=0", "/checkout", "--demo", ""])).toEqual({ demo: true, file: undefined });
    expect(at(["."])).toMatchObject({ demo: false });
  });

  test("are no file by which Electron is told what to load, nor the app's folder by another name", () => {
    expect(at(["-r", "/hooks/reload.cjs", "/checkout", "a.spinscope"]).file).toBe(join("/somewhere", "a.spinscope"));
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "spinscope-arguments-")));
    mkdirSync(join(folder, "app"));
    symlinkSync(join(folder, "app"), join(folder, "link"));
    expect(appArguments(["electron", join(folder, "link")], folder, join(folder, "app")).file).toBeUndefined();
    rmSync(folder, { recursive: true });
  });
});
