import { readdirSync, statSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { journalsIn } from "../../../../../electron/main/journal/journal-folder.ts";
import { recoverJournal } from "../../../../../electron/main/recovery/recover-journal.ts";
import { makeJournal } from "../../../../support/made-journal.ts";
import { committedAt } from "../../../../support/nothing-lost/committed.ts";
import { smallDisk, whyNoSmallDisk } from "../../../../support/small-disk.ts";

describe("a journal that a full disk tore", { skip: whyNoSmallDisk !== undefined }, () => {
  test("is left as it is while there is no room, and is whole when there is", () => {
    const disk = smallDisk(12);
    try {
      expect(() => makeJournal({ folder: disk.folder, ordinal: 1, events: 2_000 })).toThrow("ENOSPC");
      const path = journalsIn(disk.folder)[0]?.path ?? "";
      const { size } = statSync(path);
      const before = committedAt(path);
      expect(before.wholeBytes).toBeLessThan(size);
      expect(() => recoverJournal(path, "")).toThrow("ENOSPC");
      expect([statSync(path).size, readdirSync(disk.folder)]).toEqual([size, [basename(path)]]);
      disk.grow(256);
      const { setAside } = recoverJournal(path, "");
      expect(statSync(setAside ?? "").size).toBe(size - before.wholeBytes);
      expect([...before.events].filter((name) => !committedAt(path).events.has(name))).toEqual([]);
    } finally {
      disk.remove();
    }
  });
});
