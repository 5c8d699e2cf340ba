import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { windowBackground } from "../../../../../electron/main/window/background.ts";

test("the window is of the page's own colour before the page has drawn", () => {
  const tokens = readFileSync(new URL("../../../../../renderer/style/tokens.css", import.meta.url), "utf8");
  const declared = /--background: light-dark\((#\w+), (#\w+)\)/.exec(tokens);
  expect(declared?.slice(1)).toEqual([windowBackground(false), windowBackground(true)]);
});
