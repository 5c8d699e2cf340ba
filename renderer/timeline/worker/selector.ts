/**
 * What is selected, and every way in which that changes: by pointing, by name, by steps. What is selected is in sight.
 */
import type { Details, SelectionRef, Step } from "../../../core/contract/timeline-selection.ts";
import { overviewRange } from "../../../core/timeline/overview.ts";
import { causeOf } from "../../../core/timeline/selection/causes.ts";
import { detailsOf } from "../../../core/timeline/selection/details.ts";
import { type Reach, reachOf } from "../../../core/timeline/selection/reach.ts";
import { stepTo } from "../../../core/timeline/selection/step.ts";
import { TimeScale } from "../../../core/timeline/time-scale.ts";
import type { Picture } from "./picture.ts";

/** A cause that is nearer than this to its effect can't be told from it: the picture zooms in. px. */
const apart = 12;

export class Selector {
  readonly #picture: Picture;
  readonly #local: () => number;
  /** From the left end of the visible range to where the overview was grabbed, µs. */
  #grabbed = 0;

  /** `local`: the worker's own clock, µs. */
  constructor(picture: Picture, local: () => number) {
    this.#picture = picture;
    this.#local = local;
  }

  /** What there is to say of the selection now. */
  get details(): Details | undefined {
    const { recording, attention, language } = this.#picture;
    const { selected } = attention;
    if (recording === undefined || selected === undefined) return undefined;
    return detailsOf(recording, selected, recording.now(this.#local()), language);
  }

  /** Selects what lies at a point of the picture; on empty ground nothing. */
  choose(x: number, y: number): void {
    this.#picture.attention.selected = this.#picture.pick(x, y, this.#local());
  }

  /** Selects `ref` and shows it; a cause and its effect are shown apart from each other. */
  select(ref: SelectionRef | undefined): void {
    const before = this.#picture.attention.selected;
    this.#picture.attention.selected = ref;
    const reach = this.#reachOf(ref);
    if (ref === undefined || reach === undefined) return;
    const origin = this.#reachOf(before);
    if (origin !== undefined && this.#areConnected(before, ref)) this.#showApart(origin.from, reach.from);
    this.#reveal(ref, reach);
  }

  step(to: Step): void {
    const { recording, lanes, camera, attention } = this.#picture;
    const { selected } = attention;
    if (recording === undefined) return;
    const from = { recording, rows: lanes.rows, view: camera.view, now: recording.now(this.#local()) };
    this.select(stepTo(selected === undefined ? from : { ...from, selected }, to));
  }

  /** Shows the selection as large as it goes; with what is around it, when it has no length. */
  fit(): void {
    const reach = this.#reachOf(this.#picture.attention.selected);
    if (reach === undefined) return;
    const { camera } = this.#picture;
    const width = camera.view.to - camera.view.from;
    const room = reach.to > reach.from ? 0 : width / 16;
    camera.showRange(reach.from - room, reach.to + room);
    this.#picture.lanes.reveal(reach.lane);
  }

  /** The overview was pressed at `x` px, or is dragged there. Pressed outside of what is in sight, it is moved there. */
  overview(x: number, grab: boolean): void {
    const { recording, camera, scale } = this.#picture;
    if (recording === undefined) return;
    const extent = recording.extent(this.#local());
    const range = overviewRange(extent, scale.right - scale.left, recording.live);
    const t = new TimeScale(range, scale.left, scale.right).time(x);
    const { from, to } = camera.view;
    if (grab) this.#grabbed = t >= from && t <= to ? t - from : (to - from) / 2;
    camera.moveTo(t - this.#grabbed);
  }

  #reachOf(ref: SelectionRef | undefined): Reach | undefined {
    const { recording } = this.#picture;
    if (recording === undefined || ref === undefined) return undefined;
    return reachOf(recording, ref, recording.now(this.#local()));
  }

  #areConnected(before: SelectionRef | undefined, ref: SelectionRef): boolean {
    const { recording } = this.#picture;
    if (recording === undefined || before === undefined || before.kind === "lane" || ref.kind === "lane") return false;
    return causeOf(recording, before.row) === ref.row || causeOf(recording, ref.row) === before.row;
  }

  #showApart(a: number, b: number): void {
    const { scale, camera } = this.#picture;
    if (a === b || Math.abs(scale.x(a) - scale.x(b)) >= apart) return;
    const room = 2 * Math.abs(a - b);
    camera.showRange(Math.min(a, b) - room, Math.max(a, b) + room);
  }

  #reveal(ref: SelectionRef, reach: Reach): void {
    if (ref.kind !== "lane") this.#picture.camera.reveal(reach.from, reach.to);
    this.#picture.lanes.reveal(reach.lane);
  }
}
