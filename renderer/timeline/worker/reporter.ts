/**
 * What the page is told, and how often: the stage at most 30 times a second, its statistics four times, the lanes in sight
 * once; everything once more when the recording has ended.
 */
import type { Mode } from "../../../core/contract/run.ts";
import type { ModeStatistics, TimelineReport } from "../../../core/contract/worker-protocol.ts";
import type { Recording } from "../../../core/timeline/recording.ts";
import { lanesInSight } from "../../../core/timeline/stage/lanes-in-sight.ts";
import { modeStatistics } from "../../../core/timeline/stage/mode-statistics.ts";
import { stageOf } from "../../../core/timeline/stage/stage.ts";
import type { Picture } from "./picture.ts";
import type { Report, ReportQueue } from "./report-queue.ts";

const stageEvery = 33;
const statisticsEvery = 250;
/** Statistics take at most a twentieth of the worker's time, however many there are. */
const statisticsRest = 20;
const lanesEvery = 1_000;
const viewportEvery = 66;

interface Measured {
  readonly recording: Recording;
  /** Of so many events. */
  readonly events: number;
  /** Measured anew not before, µs of the worker's clock. */
  readonly dueAt: number;
  readonly modes: ReadonlyMap<Mode, ModeStatistics>;
}

export class Reporter {
  readonly #post: (report: TimelineReport) => void;
  readonly #picture: Picture;
  readonly #local: () => number;
  readonly #stage: Report;
  readonly #lanes: Report;
  readonly #viewport: Report;
  #measured: Measured | undefined;
  #lanesSent = "";
  #viewportSent = "";

  /** `local`: the worker's own clock, µs. */
  constructor(picture: Picture, queue: ReportQueue, post: (report: TimelineReport) => void, local: () => number) {
    this.#picture = picture;
    this.#post = post;
    this.#local = local;
    this.#stage = queue.add(stageEvery, () => this.#postStage());
    this.#lanes = queue.add(lanesEvery, () => this.#postLanes());
    this.#viewport = queue.add(viewportEvery, () => this.#postViewport());
  }

  /** The recording has grown. */
  changed(): void {
    this.#stage.ask();
    this.#lanes.ask();
  }

  /** A frame was drawn: perhaps of another part of time, or of other lanes. */
  drawn(): void {
    this.#viewport.ask();
    if (this.#lanesSent !== this.#lanesShown) this.#lanes.ask();
  }

  /** The pointer has moved, or left, or something else is selected: the page may look at another instant. */
  pointed(): void {
    if (this.#picture.recording?.live === false) this.#stage.ask();
  }

  /** Another recording, or the end of one: everything is told now. */
  turned(): void {
    this.#measured = undefined;
    this.#stage.askAtOnce();
    this.#lanes.askAtOnce();
  }

  #postStage(): void {
    const { recording } = this.#picture;
    if (recording === undefined) return;
    const local = this.#local();
    const statistics = this.#statistics(recording);
    const of = (mode: Mode) => statistics.get(mode) ?? modeStatistics(recording, mode);
    this.#post({ type: "stage", stage: stageOf(recording, this.#picture.instant(local), of) });
  }

  /** Those of the whole recording: measured when it has grown, and not too often. */
  #statistics(recording: Recording): ReadonlyMap<Mode, ModeStatistics> {
    const known = this.#measured;
    const begun = this.#local();
    const events = recording.table.length;
    if (known?.recording === recording && (known.events === events || known.dueAt > begun)) return known.modes;
    const modes = new Map(recording.modes.map((mode) => [mode, modeStatistics(recording, mode)]));
    const took = this.#local() - begun;
    this.#measured = {
      recording,
      events,
      dueAt: begun + Math.max(statisticsEvery * 1_000, took * statisticsRest),
      modes,
    };
    return modes;
  }

  #postLanes(): void {
    const { recording, lanes } = this.#picture;
    if (recording === undefined) return;
    this.#lanesSent = this.#lanesShown;
    const now = recording.now(this.#local());
    this.#post({ type: "lanes", ...lanesInSight(recording, lanes.inSight, now) });
  }

  /** Which lanes are in sight, as a word. */
  get #lanesShown(): string {
    const { recording, lanes } = this.#picture;
    const { first, last } = lanes.inSight;
    return `${recording?.run} ${first} ${last}`;
  }

  #postViewport(): void {
    const { recording, camera } = this.#picture;
    const { from, to } = camera.view;
    const end = recording?.now(this.#local()) ?? 0;
    const following = camera.mode === "follow";
    const { lanes, overview } = this.#picture;
    const { gutter } = lanes;
    const sent = `${from} ${to} ${end} ${following} ${gutter} ${overview}`;
    if (sent === this.#viewportSent) return;
    this.#viewportSent = sent;
    this.#post({ type: "viewport", from, to, end, following, gutter, overview });
  }
}
