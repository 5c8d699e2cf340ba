import { describe, expect, it } from "vitest";
import { installedPackages, needs, unmetNeeds } from "../../../scripts/setup/debian-packages.mjs";

const status = `Package: xvfb
Status: install ok installed
Version: 2:21.1.7

Package: libgtk-3-0
Status: deinstall ok config-files
Version: 3.24.38

Package: libasound2t64
Status: install ok installed
Description: a library
 Package: not-a-package
`;

describe("what dpkg's status file tells", () => {
  it("counts what is installed, and not what was removed", () => {
    expect([...installedPackages(status)]).toEqual(["xvfb", "libasound2t64"]);
  });

  it("meets a need by any of its package's names", () => {
    const unmet = unmetNeeds(installedPackages(status)).map((need) => need.names[0]);
    expect(unmet).toContain("libgtk-3-0");
    expect(unmet).not.toContain("libasound2");
    expect(unmet).not.toContain("xvfb");
  });

  it("meets every need with every package", () => {
    expect(unmetNeeds(new Set(needs.flatMap((need) => need.names.slice(-1))))).toEqual([]);
  });
});
