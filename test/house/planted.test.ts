import { describe, expect, test } from "vitest";
import * as saving from "../../core/formats/save/atomic-save.ts";
import * as recordings from "../../core/formats/save/save-recording.ts";
import type { PlantedBug } from "../support/planted/planted-bug.ts";
import { plantedModule } from "../support/planted/planted-module.ts";

const bug: PlantedBug = {
  name: "house-no-rename",
  module: "core/formats/save/atomic-save.ts",
  right: "files.rename(draft, target);",
  wrong: "",
};

describe("a planted bug", () => {
  test("is in the module that was asked for, and not in the genuine one", async () => {
    const planted = await plantedModule(bug, bug.module, saving);
    expect(String(planted.atomicSave)).not.toContain("rename");
    expect(String(saving.atomicSave)).toContain("rename");
  });

  test("is in a module that the entry imports", async () => {
    const name = "house-no-rename-below";
    const planted = await plantedModule({ ...bug, name }, "core/formats/save/save-recording.ts", recordings);
    expect(planted.saveRecording).toBeTypeOf("function");
  });

  test("whose place is gone fails the build", async () => {
    const lost = { ...bug, name: "house-lost", right: "files.renameNothing(draft, target);" };
    await expect(plantedModule(lost, bug.module, saving)).rejects.toThrow("stands 0 times in core/formats");
  });

  test("in a module that is no part of the bundle is an error", async () => {
    const elsewhere = { ...bug, name: "house-elsewhere", module: "core/formats/registry.ts" };
    await expect(plantedModule(elsewhere, bug.module, saving)).rejects.toThrow("was not planted");
  });
});
