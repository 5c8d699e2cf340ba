/**
 * Fault 16, SVG: whatever texts a recording holds, the picture is a well-formed document of shapes and words alone: no
 * script, no reference to anything outside it, no handler.
 */
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { writeSvg } from "../../../core/formats/svg/svg-writer.ts";
import { xmlText } from "../../../core/formats/svg/xml-text.ts";
import { type HostileRecording, hostileRecording, hostileTexts } from "./hostile-recording.ts";

const elements = new Set("svg title desc style defs pattern g rect path text".split(" "));
const handsOut = /^(on|href|xlink|src|xml:base)/i;

interface Read {
  readonly words: readonly string[];
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

/** @throws for what is not well-formed. */
function read(svg: string): Read {
  const words: string[] = [];
  const attributes: (readonly [string, string])[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes: own }) => {
    expect(elements).toContain(name);
    for (const [attribute, value] of Object.entries(own)) attributes.push([attribute, String(value)]);
  });
  parser.on("text", (text) => void words.push(text));
  for (const unwanted of ["comment", "cdata", "doctype", "processinginstruction"] as const) {
    parser.on(unwanted, () => expect.unreachable(`the picture has a ${unwanted}`));
  }
  parser.write(svg).close();
  return { words, attributes };
}

const svgOf = ({ header, events }: HostileRecording): string => [...writeSvg({ header, events })].join("");

test("the picture of any recording is well-formed, and there is nothing in it that acts or leads out", () => {
  fc.assert(
    fc.property(hostileRecording, (made) => {
      const { words, attributes } = read(svgOf(made));
      for (const [name, value] of attributes) {
        expect(name).not.toMatch(handsOut);
        expect(value).not.toMatch(/javascript:|NaN|Infinity|undefined/);
        if (value.includes("url(")) expect(value).toMatch(/^url\(#[a-z-]+\)$/);
        if (/:\/\//.test(value)) expect([name, value]).toEqual(["xmlns", "http://www.w3.org/2000/svg"]);
      }
      expect(words.join("")).toContain("prefers-color-scheme");
    }),
    { numRuns: 25 },
  );
});

test("any text stays text, and what XML can't hold is shown as such", () => {
  const texts = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(texts, (text) => {
      const { words } = read(`<svg a="${xmlText(text)}"><text>${xmlText(text)}</text></svg>`);
      const shown = words.join("");
      expect([...shown]).toHaveLength([...text].length);
      expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\u202e]/u);
    }),
  );
});
