import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { completeLock, missingOptionalPackages } from "../../scripts/setup/lock-completeness.mjs";
import { projectFolder } from "../../scripts/setup/project.mjs";

describe("package-lock.json", () => {
  it("lists every optional package, or `npm ci` refuses it (remedy: node scripts/complete-lock.mjs)", () => {
    const lock = JSON.parse(readFileSync(join(projectFolder, "package-lock.json"), "utf8"));
    expect(missingOptionalPackages(lock)).toEqual([]);
  });

  it("is mended by entries that npm passes over on other platforms", () => {
    const wanted = { "@x/binding-linux-arm64-musl": "1.2.3", "@x/cli-win32-x64": "1.2.3" };
    const lock = completeLock({ packages: { "": {}, "node_modules/x": { optionalDependencies: wanted } } });
    expect(missingOptionalPackages(lock)).toEqual([]);
    expect(lock.packages["node_modules/@x/binding-linux-arm64-musl"]).toMatchObject({
      version: "1.2.3",
      optional: true,
      os: ["linux"],
      cpu: ["arm64"],
      libc: ["musl"],
    });
    expect(lock.packages["node_modules/@x/cli-win32-x64"]).toMatchObject({ os: ["win32"], cpu: ["x64"] });
  });
});
