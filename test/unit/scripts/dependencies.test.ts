import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { directDependenciesPresent, satisfiesLock } from "../../../scripts/setup/dependencies.mjs";

const wanted = {
  "": { version: "0.1.0" },
  "node_modules/zod": { version: "4.6.7", integrity: "sha512-a" },
  "node_modules/fsevents": { version: "2.3.3", integrity: "sha512-b", optional: true },
};

describe("what is installed", () => {
  it("satisfies the lock when every demanded package is there in its version", () => {
    expect(satisfiesLock(wanted, { "node_modules/zod": { version: "4.6.7", integrity: "sha512-a" } })).toBe(true);
  });

  it("does not satisfy the lock with a package missing", () => {
    expect(satisfiesLock(wanted, {})).toBe(false);
  });

  it("does not satisfy the lock with a package of another version or content", () => {
    expect(satisfiesLock(wanted, { "node_modules/zod": { version: "4.6.6", integrity: "sha512-a" } })).toBe(false);
    expect(satisfiesLock(wanted, { "node_modules/zod": { version: "4.6.7", integrity: "sha512-x" } })).toBe(false);
  });

  it("is noticed to be broken when a direct dependency's folder is gone or half there", () => {
    const folder = mkdtempSync(join(tmpdir(), "spinscope-dependencies-"));
    try {
      mkdirSync(join(folder, "zod"));
      expect(directDependenciesPresent(folder, { zod: "4.6.7" })).toBe(false);
      writeFileSync(join(folder, "zod", "package.json"), '{ "version": "4.6.7" }');
      expect(directDependenciesPresent(folder, { zod: "4.6.7" })).toBe(true);
      expect(directDependenciesPresent(folder, { zod: "4.7.0" })).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
