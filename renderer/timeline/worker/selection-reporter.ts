/**
 * What the page is told of what is selected and pointed at, of the lesson's moments, and, while it asks for it, of the
 * events in sight. Each only when it has changed, and at most so often.
 */
import type { LookHere } from "../../../core/contract/look-here.ts";
import type { FoundMoment } from "../../../core/contract/timeline-selection.ts";
import type { TimelineReport } from "../../../core/contract/worker-protocol.ts";
import type { Recording } from "../../../core/timeline/recording.ts";
import { laneName } from "../../../core/timeline/scene.ts";
import { eventTable } from "../../../core/timeline/selection/event-table.ts";
import { laneShowing, refOf } from "../../../core/timeline/selection/span-of.ts";
import type { Picture } from "./picture.ts";
import type { Report, ReportQueue } from "./report-queue.ts";
import type { Selector } from "./selector.ts";

const selectionEvery = 100;
const momentsEvery = 250;
const tableEvery = 400;

export class SelectionReporter {
  readonly #picture: Picture;
  readonly #selector: Selector;
  readonly #post: (report: TimelineReport) => void;
  readonly #local: () => number;
  readonly #redraw: () => void;
  readonly #selection: Report;
  readonly #moments: Report;
  readonly #table: Report;
  readonly #lessons = new Map<string, readonly LookHere[]>();
  #lesson = "";
  #hovers = false;
  #selectionSent = "";
  #momentsSent = "";
  #tableSent = "";
  #tableOn = false;

  /** `redraw` asks for a frame: the picture has moments that it was not drawn with. */
  constructor(
    picture: Picture,
    selector: Selector,
    queue: ReportQueue,
    post: (report: TimelineReport) => void,
    local: () => number,
    redraw: () => void,
  ) {
    this.#picture = picture;
    this.#selector = selector;
    this.#post = post;
    this.#local = local;
    this.#redraw = redraw;
    this.#selection = queue.add(selectionEvery, () => this.#postSelection());
    this.#moments = queue.add(momentsEvery, () => this.#postMoments());
    this.#table = queue.add(tableEvery, () => this.#postTable());
  }

  /** Another recording is shown: one of that lesson. */
  begun(recording: Recording, lesson: string): void {
    this.#lesson = lesson;
    const moments = this.#lessons.get(lesson) ?? [];
    this.#picture.hasMoments = moments.length > 0;
    recording.lookHere.look(moments, recording.table);
    this.#momentsSent = "";
    this.#tableSent = "";
    this.#moments.askAnew();
    this.#selection.askAnew();
  }

  /** The moments of a lesson, whether it is shown or not. */
  look(lesson: string, moments: readonly LookHere[]): void {
    this.#lessons.set(lesson, moments);
    const { recording } = this.#picture;
    if (recording === undefined || lesson !== this.#lesson) return;
    this.#picture.hasMoments = moments.length > 0;
    recording.lookHere.look(moments, recording.table);
    this.#moments.askAnew();
  }

  /** The recording has grown. */
  changed(): void {
    this.#moments.ask();
    if (this.#picture.attention.selected !== undefined) this.#selection.ask();
    if (this.#tableOn) this.#table.ask();
  }

  /** A frame was drawn: perhaps of something else. */
  drawn(): void {
    const hovers = this.#picture.hovered !== undefined;
    if (hovers !== this.#hovers) this.#post({ type: "hover", on: hovers });
    this.#hovers = hovers;
    if (this.#tableOn) this.#table.ask();
  }

  /** Something else is selected. */
  selected(): void {
    this.#selection.askAnew();
  }

  /** Whether the page wants the table. */
  set tableOn(on: boolean) {
    this.#tableOn = on;
    this.#tableSent = "";
    if (on) this.#table.askAnew();
  }

  #postSelection(): void {
    const { details } = this.#selector;
    const sent = JSON.stringify(details) ?? "";
    if (sent === this.#selectionSent) return;
    this.#selectionSent = sent;
    this.#post(details === undefined ? { type: "selection" } : { type: "selection", details });
  }

  #postMoments(): void {
    const { recording } = this.#picture;
    if (recording === undefined) return;
    const rows = recording.lookHere.rows(recording.table);
    const sent = `${recording.run} ${rows.join(" ")}`;
    if (sent === this.#momentsSent) return;
    this.#momentsSent = sent;
    this.#picture.lookHere = rows.flatMap((row, place) => (row < 0 ? [] : { number: place + 1, row }));
    this.#redraw();
    this.#post({ type: "look-here", found: foundMoments(recording, rows) });
  }

  #postTable(): void {
    const { recording, lanes, camera, language } = this.#picture;
    if (recording === undefined || !this.#tableOn) return;
    const { view } = camera;
    const sent = `${recording.run} ${recording.table.length} ${view.from} ${view.to}`;
    if (sent === this.#tableSent) return;
    this.#tableSent = sent;
    const table = eventTable(recording, lanes.rows, view, recording.now(this.#local()), language);
    this.#post({ type: "table", table });
  }
}

function foundMoments(recording: Recording, rows: readonly number[]): readonly FoundMoment[] {
  const { table, lookHere } = recording;
  return lookHere.moments.flatMap(({ id }, place) => {
    const row = rows[place] ?? -1;
    if (row < 0) return [];
    const lane = laneName(table, laneShowing(recording, row));
    return { id, number: place + 1, ref: refOf(recording, row), lane, at: table.t(row) };
  });
}
