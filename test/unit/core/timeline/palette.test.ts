import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { darkPalette, lightPalette } from "../../../../core/timeline/drawing/palette.ts";

test("the palette of exported pictures has the window's own colours, in both themes", () => {
  const tokens = readFileSync(new URL("../../../../renderer/style/tokens.css", import.meta.url), "utf8");
  const pairs = [...tokens.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];
  const colours = new Map(pairs.map(([, name = "", light = "", dark = ""]) => [name, [light, dark]]));
  const ours = Object.entries(lightPalette).map(([name, light]) => [name, [light, Reflect.get(darkPalette, name)]]);
  expect(ours).toEqual(ours.map(([name]) => [name, colours.get(String(name))]));
  expect(Object.keys(darkPalette)).toEqual(Object.keys(lightPalette));
});
