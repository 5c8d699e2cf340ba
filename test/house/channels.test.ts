// No way between processes is opened without a schema, a known sender and an attack: the sources are walked, and what
// they open is compared with the list of doors. It fails for a channel that is planted.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { sourceFiles } from "../../scripts/checks/source-files.mjs";
import { projectFolder } from "../../scripts/setup/project.mjs";
import { type Boundary, boundaries } from "../support/hostile/boundaries.ts";
import { doors } from "../support/hostile/doors.ts";
import { openingsIn } from "../support/hostile/openings.ts";
import { type PlantedTree, plantTree } from "./planted-tree.ts";

const listed = Object.entries(doors)
  .flatMap(([file, { opens }]) => opens.map((opening) => `${file}: ${opening}`))
  .sort();

/** The modules of core/contract, by their paths. */
const contract: Readonly<Record<string, unknown>> = import.meta.glob("../../core/contract/*.ts", { eager: true });

/** Names under which these modules export maps of messages: types with a schema each. */
function mapsIn(modules: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.values(modules).flatMap((module) =>
    Object.entries(Object(module)).flatMap(([name, value]) => (isMap(value) ? [name] : [])),
  );
}

function isMap(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const specs: unknown[] = Object.values(value);
  return (
    specs.length > 0 &&
    specs.every((spec) => typeof spec === "object" && spec !== null && "schema" in spec && "recorded" in spec)
  );
}

/** What is said of a map that is not attacked, or of its messages that are not. */
function unattacked(maps: readonly string[], list: readonly Boundary[]): readonly string[] {
  const missing = maps.filter((map) => list.every((boundary) => boundary.map !== map));
  return [
    ...missing.map((map) => `${map} is attacked by nothing`),
    ...list.flatMap(({ map, messages, examples }) =>
      Object.keys(messages)
        .filter((type) => !(type in examples))
        .map((type) => `${type} of ${map} is attacked by nothing`),
    ),
  ];
}

describe("the ways between processes", () => {
  it("are those of the list of doors, and no others", () => {
    expect(openingsIn(projectFolder)).toEqual(listed);
  });

  it.each(Object.entries(doors))("%s has a check, a known sender and an attack", (_file, door) => {
    const [module = "", name] = door.check.split("#");
    expect(existsSync(join(projectFolder, module)), module).toBe(true);
    if (name !== undefined) {
      expect(readFileSync(join(projectFolder, module), "utf8")).toMatch(
        new RegExp(`export (async )?(const|function|class|\\{) ?${name}\\b`),
      );
    }
    expect(door.sender).not.toBe("");
    expect(existsSync(join(projectFolder, door.attack)), door.attack).toBe(true);
  });

  it("of Electron's IPC are behind one function that asks the frame, and has one channel", () => {
    const using = sourceFiles(projectFolder, ["electron"], /\.ts$/).filter((file) =>
      readFileSync(join(projectFolder, file), "utf8").includes("ipcMain."),
    );
    expect(using).toEqual(["electron/main/app/application.ts"]);
    const source = readFileSync(join(projectFolder, using[0] ?? ""), "utf8");
    expect(source.match(/ipcMain\.\w+\([^,]*,[^;]*;/g)).toEqual([
      expect.stringMatching(
        /^ipcMain\.handle\(ipcChannels\.request, \(event, raw: unknown\) =>\s+door\(event\.senderFrame,/,
      ),
    ]);
  });
});

describe("the maps of messages", () => {
  it("are each attacked, message by message", () => {
    expect(mapsIn(contract).length).toBeGreaterThan(0);
    expect(unattacked(mapsIn(contract), boundaries)).toEqual([]);
    expect([...mapsIn(contract)].sort()).toEqual(boundaries.map(({ map }) => map).sort());
  });
});

describe("a planted channel", () => {
  let tree: PlantedTree;
  afterEach(() => tree.remove());

  it.each([
    ["a handler of its own", "electron/main/backdoor.ts", 'ipcMain.on("quit", () => app.quit());', "ipcMain.on"],
    [
      "a handler by another name",
      "electron/main/backdoor.ts",
      "const way = electron.ipcMain;",
      "another name for ipcMain",
    ],
    [
      "a second function in the page",
      "electron/preload/more.ts",
      'contextBridge.exposeInMainWorld("fs", fs);',
      "contextBridge.exposeInMainWorld",
    ],
    ["a port", "electron/main/backdoor.ts", "const { port1 } = new MessageChannelMain();", "new MessageChannelMain"],
    [
      "an ear",
      "renderer/backdoor.tsx",
      'window.addEventListener("message", (event) => run(event.data));',
      "hears message",
    ],
    ["another kind of ear", "renderer/backdoor.ts", "port.onmessage = run;", "onmessage"],
    ["a mouth", "core/runs/backdoor.ts", "this.#port?.postMessage(1);", "postMessage"],
    ["a way to the page", "electron/main/backdoor.ts", 'window.webContents.send("run");', "send"],
    ["a process", "electron/main/backdoor.ts", 'utilityProcess.fork("x.js");', "utilityProcess.fork"],
    ["a way out", "renderer/backdoor.ts", 'new WebSocket("ws://x/");', "new WebSocket"],
  ])("is found: %s", (_what, file, source, opening) => {
    tree = plantTree({ [file]: `${source}\n` });
    expect(openingsIn(tree.root)).toEqual([`${file}: ${opening}`]);
    expect(listed).not.toContain(`${file}: ${opening}`);
  });

  it("is found in a map of its own, and in one that is attacked", () => {
    tree = plantTree({});
    const [known] = boundaries;
    if (known === undefined) throw new Error("there is no boundary");
    const message = { recorded: false, schema: {} };
    expect(unattacked(mapsIn({ "x.ts": { fromBackdoor: { quit: message }, limit: 7 } }), boundaries)).toEqual([
      "fromBackdoor is attacked by nothing",
    ]);
    const grown = {
      ...known,
      messages: { ...known.messages, quit: { ...known.messages["page.ready"], recorded: false } },
    };
    expect(unattacked([], [Object.assign(known, {}), Object.assign({}, known, { messages: grown.messages })])).toEqual([
      `quit of ${known.map} is attacked by nothing`,
    ]);
  });
});
