/**
 * Fault 3, in all its places: whatever is saved in whatever pieces, with writes as short as they come, each call failing
 * in turn and the power lost after each call, the file is the old one or the new one, whole (N5). Ways of saving with a
 * bug in them are found out by the same check.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import * as genuine from "../../../core/formats/save/atomic-save.ts";
import { type SaveCase, tornSaves } from "../../support/disk/torn-saves.ts";
import type { PlantedBug } from "../../support/planted/planted-bug.ts";
import { plantedModule } from "../../support/planted/planted-module.ts";

const bytes = fc.uint8Array({ minLength: 1, maxLength: 12 });
const saves: fc.Arbitrary<SaveCase> = fc.record({
  old: fc.option(bytes, { nil: undefined }),
  pieces: fc.array(bytes, { minLength: 1, maxLength: 5 }),
  takes: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
});

test("every save is the old file or the new one, whichever call fails and whenever the power is lost", () => {
  fc.assert(
    fc.property(saves, (each) => {
      expect(tornSaves(genuine.atomicSave, each)).toEqual([]);
    }),
  );
});

const module = "core/formats/save/atomic-save.ts";
const bugs: readonly (PlantedBug & { readonly sentence: RegExp })[] = [
  { name: "save-without-sync", module, right: "files.sync(file);", wrong: "", sentence: /loss of power/ },
  {
    name: "save-keeps-its-draft",
    module,
    right: "quietly(() => files.remove(draft));",
    wrong: "",
    sentence: /are left/,
  },
  {
    name: "save-takes-short-writes",
    module,
    right: "at += written;",
    wrong: "at = bytes.length;",
    sentence: /neither the old one nor the new one/,
  },
  {
    name: "save-leaves-it-open",
    module,
    right: "if (isOpen) quietly(() => files.close(file));",
    wrong: "",
    sentence: /left open/,
  },
  { name: "save-without-folder", module, right: "  files.syncFolder(target);", wrong: "", sentence: /not sure/ },
];

test.each(bugs)("a save with a bug planted is found out: $name", async ({ sentence, ...bug }) => {
  const planted = await plantedModule(bug, module, genuine);
  const [old, first, second] = [Buffer.from("the old one"), Buffer.from("the new "), Buffer.from("one, longer")];
  const found = tornSaves(planted.atomicSave, { old, pieces: [first, second], takes: [3, 5] });
  expect(found.join("\n")).toMatch(sentence);
});
