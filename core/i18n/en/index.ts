/** English, the complete language: the parts of the interface put together. Keys are flat and named by place. */
import { controls } from "./controls.ts";
import { exportTexts } from "./export.ts";
import { inspector } from "./inspector.ts";
import { lessonTexts } from "./lessons.ts";
import { menu } from "./menu.ts";
import { problems } from "./problems.ts";
import { recovery } from "./recovery.ts";
import { stage } from "./stage.ts";
import { statistics } from "./statistics.ts";
import { timeline } from "./timeline.ts";
import { timelineDrawing } from "./timeline-drawing.ts";
import { windowTexts } from "./window.ts";

export const en = {
  ...windowTexts,
  ...menu,
  ...exportTexts,
  ...controls,
  ...lessonTexts,
  ...stage,
  ...timeline,
  ...timelineDrawing,
  ...statistics,
  ...inspector,
  ...problems,
  ...recovery,
} as const;
export type EnglishTexts = typeof en;
