import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const tokens = readFileSync(new URL("../../../../renderer/style/tokens.css", import.meta.url), "utf8");

type Theme = "light" | "dark";

/** Each token's colour in one theme. */
function coloursOf(theme: Theme): ReadonlyMap<string, string> {
  const pattern = /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g;
  return new Map(
    [...tokens.matchAll(pattern)].map(([, name = "", light = "", dark = ""]) => [
      name,
      theme === "light" ? light : dark,
    ]),
  );
}

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

const runtimes = ["threads", "coroutines", "processes"];
const grounds = ["background", "surface", "raised"];

/** Each pair of text and ground that the style sheets set. */
const pairs: readonly (readonly [text: string, ground: string])[] = [
  ...["text", "muted", "faint", "cancel", ...runtimes].flatMap((text) =>
    grounds.map((ground) => [text, ground] as const),
  ),
  ...runtimes.flatMap((runtime) =>
    ["text", "muted", "code-keyword", "code-string", runtime].flatMap((text) => [
      [text, `${runtime}-lit`] as const,
      [text, `${runtime}-dim`] as const,
    ]),
  ),
  ["code-keyword", "surface"],
  ["code-string", "surface"],
  ["on-press", "press"],
];

describe.each<Theme>(["light", "dark"])("the colours of the %s theme", (theme) => {
  const colours = coloursOf(theme);

  it("are all given as light-dark()", () => {
    const registered = [...tokens.matchAll(/@property --([\w-]+)/g)].map(([, name]) => name);
    expect(registered.length).toBeGreaterThan(15);
    expect([...colours.keys()].sort()).toEqual(registered.sort());
  });

  it.each(pairs)("set %s on %s with a contrast of at least 4.5 (WCAG AA)", (text, ground) => {
    expect(contrast(colours.get(text) ?? "", colours.get(ground) ?? "")).toBeGreaterThanOrEqual(4.5);
  });

  it.each(grounds)("show the focus ring on %s with a contrast of at least 3", (ground) => {
    expect(contrast(colours.get("focus") ?? "", colours.get(ground) ?? "")).toBeGreaterThanOrEqual(3);
  });
});
