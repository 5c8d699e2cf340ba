import { describe, expect, test } from "vitest";
import { appArguments } from "../../../../../electron/main/app/command-line.ts";

const fileOf = (...words: string[]) => appArguments(["spinscope", ...words], "/somewhere/u", "/opt/spinscope").file;

describe("the file that the app is started with", () => {
  test("is a path, from where the app was started", () => {
    expect(fileOf("a b.spinscope")).toBe("/somewhere/u/a b.spinscope");
    expect(fileOf("--no-sandbox", "/x/한 글.spinscope")).toBe("/x/한 글.spinscope");
  });

  test("is an address, as desktops write it: its signs are decoded", () => {
    expect(fileOf("file:///somewhere/u/a%20b%23c.spinscope")).toBe("/somewhere/u/a b#c.spinscope");
    expect(fileOf("file://localhost/x/%ED%95%9C%20%EA%B8%80.spinscope")).toBe("/x/한 글.spinscope");
    expect(fileOf("FILE:///x/100%25.spinscope")).toBe("/x/100%.spinscope");
  });

  test("is not decoded where it is a path, nor found where the address is no file of this machine", () => {
    expect(fileOf("/x/a%20b.spinscope")).toBe("/x/a%20b.spinscope");
    expect(fileOf("file://elsewhere/a.spinscope")).toBe("/somewhere/u/file:/elsewhere/a.spinscope");
    expect(fileOf("file:///x/a%2Fb.spinscope")).toContain("a%2Fb.spinscope");
  });

  test("may begin with a dash after a lone --, where nothing is a switch", () => {
    expect(fileOf("--", "-dash.spinscope")).toBe("/somewhere/u/-dash.spinscope");
    expect(fileOf("-dash.spinscope")).toBeUndefined();
    expect(appArguments(["spinscope", "--", "--demo"], "/somewhere/u", "/opt").demo).toBe(false);
  });
});
