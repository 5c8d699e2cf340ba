/**
 * The page that draws made-up runs with the product's own layout and painter, for a person to look at.
 */
import type { TimelineColours } from "../../../core/contract/worker-protocol.ts";
import { DisplayList } from "../../../core/timeline/display-list.ts";
import { layout } from "../../../core/timeline/layout.ts";
import { Overview } from "../../../core/timeline/overview.ts";
import type { Recording } from "../../../core/timeline/recording.ts";
import { refOf } from "../../../core/timeline/selection/span-of.ts";
import { codeOf, type Kind, kinds } from "../../../core/trace/kinds.ts";
import { loadFonts } from "../../../renderer/timeline/worker/fonts.ts";
import { OverviewImage } from "../../../renderer/timeline/worker/overview-image.ts";
import { Painter } from "../../../renderer/timeline/worker/painter.ts";
import { TextWidths } from "../../../renderer/timeline/worker/text-widths.ts";
import { type MadeUpOptions, madeUpRun } from "../made-up-run.ts";
import { type SceneOptions, sceneFrom, sceneOf } from "./scene-of.ts";

const dark: TimelineColours = {
  background: "#0f1216",
  surface: "#151a20",
  raised: "#1b2129",
  text: "#e8ebf0",
  muted: "#8d97a5",
  faint: "#5b6572",
  rule: "#242c36",
  threads: "#f0a35e",
  coroutines: "#58c6bd",
  processes: "#a994f5",
  cancel: "#ff7a70",
};
const light: TimelineColours = {
  background: "#faf9f6",
  surface: "#ffffff",
  raised: "#f1efea",
  text: "#1c2026",
  muted: "#5f6874",
  faint: "#9aa1aa",
  rule: "#e2dfd8",
  threads: "#b4600f",
  coroutines: "#0b7d75",
  processes: "#6747cf",
  cancel: "#c2332a",
};

const marked = ["signal.set", "signal.seen", "cancel.requested", "cancel.delivered"] as const;

export interface Look {
  readonly theme: "dark" | "light";
  readonly run: MadeUpOptions;
  readonly scene: Omit<SceneOptions, "measure">;
  /** The kind of the event that is selected. */
  readonly select?: Kind;
  /** Whether a lesson's moments are marked: whatever was asked, seen, requested, delivered. */
  readonly look?: boolean;
}

async function draw(look: Look): Promise<void> {
  await loadFonts(document);
  const { width, height } = look.scene;
  const size = { width, height, pixelRatio: devicePixelRatio };
  const canvas = document.createElement("canvas");
  canvas.width = width * size.pixelRatio;
  canvas.height = height * size.pixelRatio;
  canvas.style.width = `${width}px`;
  document.body.replaceChildren(canvas);
  const offscreen = new OffscreenCanvas(canvas.width, canvas.height);
  const context = offscreen.getContext("2d");
  if (context === null) throw new Error("no 2d context");
  const { recording } = sceneOf(madeUpRun(look.run), look.scene);
  const selected = look.select === undefined ? -1 : firstOf(recording, look.select);
  const lookHere = look.look === true ? marked.map((kind) => firstOf(recording, kind)).filter((row) => row >= 0) : [];
  const scene = sceneFrom(recording, {
    ...look.scene,
    measure: new TextWidths(context).of,
    lookHere: lookHere.map((row, place) => ({ number: place + 1, row })),
    ...(selected < 0 ? {} : { selected: refOf(recording, selected) }),
  });
  const list = new DisplayList();
  const overview = new Overview();
  layout(scene, list, overview);
  const colours = look.theme === "dark" ? dark : light;
  const image = new OverviewImage(overview).of({ ...size, height: scene.frame.overview }, colours);
  new Painter(context).paint(list, size, colours, scene.scale.x(0), image);
  canvas.getContext("2d")?.drawImage(offscreen, 0, 0);
}

function firstOf({ table }: Recording, kind: Kind): number {
  for (let row = 0; row < table.length; row++) if (table.kind(row) === codeOf(kinds, kind)) return row;
  return -1;
}

Object.assign(globalThis, { draw });
