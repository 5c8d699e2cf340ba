/**
 * Drawing, tested by recording what is asked of the canvas.
 */
import { expect, test } from "vitest";
import { DisplayList } from "../../../../core/timeline/display-list.ts";
import { layout } from "../../../../core/timeline/layout.ts";
import { Painter } from "../../../../renderer/timeline/worker/painter.ts";
import { madeUpRun } from "../../../support/made-up-run.ts";
import { type Call, recordingContext, tokenColours } from "../../../support/timeline-look/recording-canvas.ts";
import { sceneOf } from "../../../support/timeline-look/scene-of.ts";

const size = { width: 400, height: 200, pixelRatio: 2 };

function paint(list: DisplayList): Call[] {
  const { context, calls } = recordingContext();
  new Painter(context).paint(list, size, tokenColours, 0);
  return calls;
}

test("a bar begins and ends on whole device pixels, in its runtime's colour", () => {
  const list = new DisplayList();
  list.add("rect", 10.3, 20, 2, 14, "threads", 1, "plain", 1, 1);
  const bar = paint(list).find(({ name, fill }) => name === "fillRect" && fill === "#threads");
  expect(bar?.values).toEqual([10.5, 20, 2, 14]);
});

test("the canvas is cleared with the background first, in device pixels", () => {
  const [transform, clear] = paint(new DisplayList());
  expect(transform).toMatchObject({ name: "setTransform", values: [2, 0, 0, 2, 0, 0] });
  expect(clear).toMatchObject({ name: "fillRect", values: [0, 0, 400, 200], fill: "#background" });
});

test("main's own lane has the colour of text", () => {
  const list = new DisplayList();
  list.add("mark", 10, 20, 8, 0, "main", 1, "received", 1, 1);
  expect(paint(list).find(({ name }) => name === "fill")?.fill).toBe("#text");
});

test("every line and dash that an item sets is reset for the next one", () => {
  const list = new DisplayList();
  layout(sceneOf(madeUpRun({ job: 0.5 }), { width: 900, height: 400 }), list);
  const without = new DisplayList();
  for (const { shape, x, y, w, h, colour, strength, style, lane, row, text } of list.items()) {
    if (shape !== "hatch") without.add(shape, x, y, w, h, colour, strength, style, lane, row, text);
  }
  let dashed = false;
  for (const { name, values } of paint(without)) {
    if (name === "setLineDash") dashed = Array.isArray(values[0]) && values[0].length > 0;
    if (name === "fillText") expect(dashed).toBe(false);
  }
  expect(dashed).toBe(false);
});
