// The icons, made from their drawings in assets/drawings: pictures of each size for Linux, and one file of many sizes
// each for macOS and Windows. Small sizes have drawings of their own. What is made depends on the drawings alone.
import { readFile } from "node:fs/promises";
import { Resvg } from "@resvg/resvg-js";
import { IconIcns, IconIco } from "@shockpkg/icon-encoder";
import { inProject } from "../setup/project.mjs";

/** The largest size, in pixels, that is made from the small drawing. */
const SMALL = 32;
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const WINDOWS_SIZES = [16, 20, 24, 32, 40, 48, 64, 256];
/** The types of an ICNS file with each one's size, in the order in which Apple's own tool writes them. */
const MAC_TYPES = /** @type {const} */ ([
  ["ic12", 64],
  ["ic07", 128],
  ["ic13", 256],
  ["ic08", 256],
  ["ic04", 16],
  ["ic14", 512],
  ["ic09", 512],
  ["ic05", 32],
  ["ic10", 1024],
  ["ic11", 32],
]);

/** What is drawn: the app, and its documents, by the names under which electron-builder looks for them. */
const SUBJECTS = [
  { drawing: "app", name: "icon" },
  { drawing: "document", name: "spinscope" },
];

/**
 * Draws one subject.
 * @param {string} drawing name of the file in assets/drawings, without `.svg`
 * @returns {Promise<(size: number) => Buffer>} gives the PNG of a size in pixels
 */
async function painter(drawing) {
  const read = (/** @type {string} */ name) => readFile(inProject("assets", "drawings", `${name}.svg`), "utf8");
  const [large, small] = await Promise.all([read(drawing), read(`${drawing}-small`)]);
  return (size) =>
    new Resvg(size <= SMALL ? small : large, {
      fitTo: { mode: "width", value: size },
      font: { loadSystemFonts: false },
    })
      .render()
      .asPng();
}

/** @param {(size: number) => Buffer} paint */
async function icnsOf(paint) {
  const icns = new IconIcns();
  for (const [type, size] of MAC_TYPES) await icns.addFromPng(paint(size), [type], true);
  return icns.encode();
}

/** @param {(size: number) => Buffer} paint */
async function icoOf(paint) {
  const ico = new IconIco();
  // Only the largest as PNG: older Windows reads the others as bitmaps alone.
  for (const size of WINDOWS_SIZES) await ico.addFromPng(paint(size), size >= 256, true);
  return ico.encode();
}

/** @returns {Promise<ReadonlyMap<string, Uint8Array>>} every icon by its path in assets/, with `/` */
export async function drawIcons() {
  /** @type {Map<string, Uint8Array>} */
  const icons = new Map();
  for (const { drawing, name } of SUBJECTS) {
    const paint = await painter(drawing);
    for (const size of LINUX_SIZES) icons.set(`linux/${drawing}/${size}x${size}.png`, paint(size));
    icons.set(`${name}.icns`, await icnsOf(paint));
    icons.set(`${name}.ico`, await icoOf(paint));
  }
  return icons;
}
