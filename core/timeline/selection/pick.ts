/**
 * What a person means who points at the picture: the name of a lane, a mark, an arrow, or what the lane did there. Where
 * bars are drawn wider than they are, or many as one, the run nearest to the pointer is meant.
 */
import type { SelectionRef } from "../../contract/timeline-selection.ts";
import { SpanState } from "../../trace/folds/lane-spans.ts";
import type { DisplayList, Item } from "../display-list.ts";
import { hitTest } from "../hit-test.ts";
import { rowAt } from "../lane-rows.ts";
import type { Scene } from "../scene.ts";
import { narrowest } from "../walk-spans.ts";
import { refOf } from "./span-of.ts";

/** Spans on either side of the pointer that are looked at for a run. */
const lookedAt = 8;
/** A run this near is meant, px. */
const near = 1;

/** What lies at (`x`, `y`) px of the picture that `list` holds; undefined on empty ground. */
export function pick(scene: Scene, list: DisplayList, x: number, y: number): SelectionRef | undefined {
  const { frame, rows, recording } = scene;
  if (y < frame.overview || y >= frame.bottom) return undefined;
  if (x < frame.gutter) return y < frame.axis ? undefined : laneAt();
  const item = hitTest(list, x, y);
  // Lanes that are scrolled up lie under the axis: only the flags above it are meant there.
  if (item === undefined || (y < frame.axis - 4 && item.style !== "numbered")) return undefined;
  if (item.row < 0) return { kind: "lane", lane: item.lane };
  if (item.shape === "arrow") return { kind: "arrow", row: item.row };
  if (item.shape === "mark") return refOf(recording, item.row);
  return refOf(recording, spanRow(scene, item, x));

  function laneAt(): SelectionRef | undefined {
    const row = rows[rowAt(rows, y - frame.axis + frame.scroll)];
    return row === undefined || y < frame.axis + row.top - frame.scroll
      ? undefined
      : { kind: "lane", lane: row.lane.id };
  }
}

/** The row of the span under the pointer, on the item's lane; of a run that is all but too narrow to be hit, its row. */
function spanRow({ spans, scale }: Scene, item: Item, x: number): number {
  const own = spans.of(item.lane);
  if (own === undefined) return item.row;
  const at = Math.max(0, own.indexAt(scale.time(x)));
  for (let away = 0; away <= lookedAt; away++) {
    for (const index of [at - away, at + away]) {
      if (index < 0 || index >= own.length || own.state(index) !== SpanState.running) continue;
      const left = scale.x(own.start(index));
      const right = Math.max(scale.x(Math.min(own.start(index + 1), scale.to)), left + narrowest);
      if (x >= left - near && x <= right + near) return own.row(index);
    }
  }
  return own.row(at);
}
