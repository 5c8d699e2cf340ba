/**
 * A recording as a picture: an SVG 1.1 document of the whole timeline, as the window draws it. It refers to nothing
 * outside itself and holds no script. Events are not in it: it can't be read back.
 */
import { type Language, translate, wholeNumber } from "../../i18n/index.ts";
import { DisplayList, type Item } from "../../timeline/display-list.ts";
import { layout } from "../../timeline/layout.ts";
import type { Recording, RecordingHeader } from "../../trace/recording.ts";
import { SvgItems } from "./svg-items.ts";
import { svgNumber } from "./svg-number.ts";
import { type Picture, pictureOf } from "./svg-scene.ts";
import { fill, hatchPattern, styleSheet } from "./svg-style.ts";
import { xmlText } from "./xml-text.ts";

const language: Language = "en";
/** A piece has so many lines. */
const pieceLines = 500;
/** Around everything, px. */
const margin = 16;
const fonts = "Inter, 'Inter Variable', system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif";

/** The file's text, in pieces. */
export function* writeSvg(recording: Recording): Generator<string> {
  const picture = pictureOf(recording);
  const { scene, height } = picture;
  const { width } = scene.frame;
  const drawn = new SvgItems();
  for (const item of itemsOf(picture)) drawn.add(item);
  const size = `width="${svgNumber(width + 2 * margin)}" height="${svgNumber(height + 2 * margin)}"`;
  const view = [-margin, -margin, width + 2 * margin, height + 2 * margin].map(svgNumber).join(" ");
  const patterns = [...drawn.hatches].map(({ style, colour }) => hatchPattern(style, colour, scene.scale.x(0)));
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="${view}" role="img" aria-labelledby="title desc" font-family="${fonts}">`,
    `<title id="title">${xmlText(titleOf(recording.header))}</title>`,
    `<desc id="desc">${xmlText(descriptionOf(recording.header, picture))}</desc>`,
    `<style>${styleSheet()}</style>`,
    ...(patterns.length > 0 ? [`<defs>${patterns.join("")}</defs>`] : []),
    `<rect x="${-margin}" y="${-margin}" ${size} ${fill("background")}/>`,
    ...drawn.elements,
    "</svg>",
  ];
  for (let from = 0; from < lines.length; from += pieceLines) {
    yield `${lines.slice(from, from + pieceLines).join("\n")}\n`;
  }
}

/** The picture's items in the order in which they are painted. */
function* itemsOf({ scene, moreLanes, height }: Picture): Generator<Item> {
  const list = new DisplayList();
  layout(scene, list);
  yield* list.items();
  if (moreLanes === 0) return;
  const words = new DisplayList();
  const y = (scene.frame.height + height) / 2;
  const text = translate(language, "svg.more-lanes", { count: wholeNumber(moreLanes) });
  words.add("text", 0, y, 0, 0, "muted", 1, "label-left", -1, -1, text);
  yield words.at(0);
}

function titleOf({ lesson, modes }: RecordingHeader): string {
  return translate(language, "svg.title", { lesson, modes: modes.join(", ") });
}

function descriptionOf({ started, app }: RecordingHeader, { scene }: Picture): string {
  const { recording, table } = scene;
  return translate(language, "svg.description", {
    started,
    app,
    lanes: wholeNumber(recording.lanes.length),
    events: wholeNumber(table.length),
    lost: wholeNumber(recording.dropped),
  });
}
