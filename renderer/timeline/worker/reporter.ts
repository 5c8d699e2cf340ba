/**
 * What the page is told, and how often: the stage at most 30 times a second, its statistics four times, the lanes once;
 * everything once more when the recording has ended.
 */
import type { Mode } from "../../../core/contract/run.ts";
import type { ModeStatistics, TimelineReport } from "../../../core/contract/worker-protocol.ts";
import type { Recording } from "../../../core/timeline/recording.ts";
import { modeStatistics } from "../../../core/timeline/stage/mode-statistics.ts";
import { laneReports, stageOf } from "../../../core/timeline/stage/stage.ts";
import type { Picture } from "./picture.ts";
import { Throttle } from "./throttle.ts";

const stageEvery = 33;
const statisticsEvery = 250;
const lanesEvery = 1_000;
const viewportEvery = 66;

export class Reporter {
  readonly #post: (report: TimelineReport) => void;
  readonly #picture: Picture;
  readonly #local: () => number;
  readonly #stage = new Throttle(stageEvery, () => this.#postStage());
  readonly #lanes = new Throttle(lanesEvery, () => this.#postLanes());
  readonly #viewport = new Throttle(viewportEvery, () => this.#postViewport());
  #statistics = new Map<Mode, ModeStatistics>();
  #statisticsAt = Number.NEGATIVE_INFINITY;
  #viewportSent = "";

  /** `local`: the worker's own clock, µs. */
  constructor(picture: Picture, post: (report: TimelineReport) => void, local: () => number) {
    this.#picture = picture;
    this.#post = post;
    this.#local = local;
  }

  /** The recording has grown. */
  changed(): void {
    this.#stage.ask();
    this.#lanes.ask();
  }

  /** A frame was drawn: perhaps of another part of time. */
  drawn(): void {
    this.#viewport.ask();
  }

  /** The pointer has moved, or left, or something else is selected: the page may look at another instant. */
  pointed(): void {
    if (this.#picture.recording?.live === false) this.#stage.ask();
  }

  /** Another recording, or the end of one: everything is told now. */
  turned(): void {
    this.#statisticsAt = Number.NEGATIVE_INFINITY;
    this.#stage.flush();
    this.#lanes.flush();
  }

  #postStage(): void {
    const { recording } = this.#picture;
    if (recording === undefined) return;
    const local = this.#local();
    if (local - this.#statisticsAt >= statisticsEvery * 1_000) this.#measure(recording, local);
    const statistics = (mode: Mode) => this.#statistics.get(mode) ?? modeStatistics(recording, mode);
    this.#post({ type: "stage", stage: stageOf(recording, this.#picture.instant(local), statistics) });
  }

  #measure(recording: Recording, local: number): void {
    this.#statisticsAt = local;
    this.#statistics = new Map(recording.modes.map((mode) => [mode, modeStatistics(recording, mode)]));
  }

  #postLanes(): void {
    const { recording } = this.#picture;
    if (recording === undefined) return;
    this.#post({ type: "lanes", lanes: laneReports(recording, recording.now(this.#local())) });
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
