/**
 * The page's side of the timeline's worker: what it last said, as signals, and what can be asked of it. Nothing of the
 * picture is known here.
 */
import { type Signal, signal } from "@preact/signals";
import type { LookHere } from "../../core/contract/look-here.ts";
import type { Details, EventTable, FoundMoment, SelectionRef, Step } from "../../core/contract/timeline-selection.ts";
import type {
  CanvasSize,
  LanesReport,
  Stage,
  TimelineColours,
  TimelineCommand,
  TimelineReport,
} from "../../core/contract/worker-protocol.ts";
import type { Language } from "../../core/i18n/index.ts";

type Command = TimelineCommand<OffscreenCanvas, MessagePort>;
type ViewportReport = Extract<TimelineReport, { readonly type: "viewport" }>;

/** What is needed of a worker; a test has another. */
export interface WorkerEnd {
  postMessage(message: Command, transfer: Transferable[]): void;
  addEventListener(type: "message", listener: (event: { readonly data: TimelineReport }) => void): void;
  addEventListener(type: "error", listener: (event: { readonly message: string }) => void): void;
}

/** One step of zooming by key, button or menu. */
const zoomStep = 1.5;

export class TimelineClient {
  /** How the programs of the run stand; undefined before the first run. */
  readonly stage: Signal<Stage | undefined> = signal(undefined);
  readonly viewport: Signal<ViewportReport | undefined> = signal(undefined);
  /** The lanes, as far as they are told: of many those that are in sight. */
  readonly lanes: Signal<LanesReport> = signal({ total: 0, first: 0, lanes: [], edges: [] });
  /** What is selected on the timeline. */
  readonly selection: Signal<Details | undefined> = signal(undefined);
  /** Grows each time a person asks for the selection's details by key: whoever shows them takes the focus. */
  readonly detailsAsked = signal(0);
  /** Whether something that can be selected is under the pointer. */
  readonly hovers = signal(false);
  /** The lesson's moments that the recording has. */
  readonly lookHere: Signal<readonly FoundMoment[]> = signal([]);
  /** The events in sight, while they are asked for. */
  readonly table: Signal<EventTable | undefined> = signal(undefined);
  /** Whether the first frame with its own fonts is drawn. */
  readonly ready = signal(false);
  /** What went wrong in the worker last: a message that it refused, or an error of its own. */
  readonly problem: Signal<string | undefined> = signal(undefined);
  readonly #worker: WorkerEnd;
  #early: [Command, Transferable[]][] | undefined = [];

  constructor(worker: WorkerEnd) {
    this.#worker = worker;
    worker.addEventListener("message", ({ data }) => this.#report(data));
    worker.addEventListener("error", ({ message }) => {
      this.problem.value = message;
    });
  }

  /** Gives the worker its canvas: once. */
  open(canvas: OffscreenCanvas, size: CanvasSize, colours: TimelineColours, language: Language): void {
    this.#worker.postMessage({ type: "init", canvas, size, colours, language }, [canvas]);
    for (const [command, transfer] of this.#early ?? []) this.#worker.postMessage(command, transfer);
    this.#early = undefined;
  }

  /** The port that main gave the page for the timeline: the worker keeps it. */
  connect(port: MessagePort): void {
    this.#send({ type: "port", port }, [port]);
  }

  resize(size: CanvasSize): void {
    this.#send({ type: "resize", size });
  }

  recolour(colours: TimelineColours): void {
    this.#send({ type: "theme", colours });
  }

  /** `factor` above 1 shows less time, about `x` px, or about the middle. */
  zoom(factor: number, x?: number): void {
    this.#send(x === undefined ? { type: "zoom", factor } : { type: "zoom", factor, x });
  }

  zoomIn(): void {
    this.zoom(zoomStep);
  }

  zoomOut(): void {
    this.zoom(1 / zoomStep);
  }

  /** The picture moves by `dx` px to the right. */
  pan(dx: number): void {
    this.#send({ type: "pan", dx });
  }

  /** The lanes move up by `dy` px. */
  scroll(dy: number): void {
    this.#send({ type: "scroll", dy });
  }

  fit(): void {
    this.#send({ type: "fit" });
  }

  /** Follows the run, or stays, whichever it does not do now. */
  toggleFollow(): void {
    this.#send({ type: "follow", on: !(this.viewport.value?.following ?? true) });
  }

  /** Where the pointer is, px; nowhere once it has left. */
  point(at?: { readonly x: number; readonly y: number }): void {
    this.#send(at === undefined ? { type: "pointer" } : { type: "pointer", at });
  }

  /** Selects what lies at a point, px. */
  choose(x: number, y: number): void {
    this.#send({ type: "choose", x, y });
  }

  /** Selects that and brings it into sight. */
  select(ref: SelectionRef): void {
    this.#send({ type: "select", ref });
  }

  deselect(): void {
    this.#send({ type: "select" });
  }

  /** Selects what lies next to the selection. */
  step(to: Step): void {
    this.#send({ type: "step", to });
  }

  fitSelection(): void {
    this.#send({ type: "fit-selection" });
  }

  /** The overview is pressed (`grab`) or dragged at `x` px. */
  overview(x: number, grab: boolean): void {
    this.#send({ type: "overview", x, grab });
  }

  /** Which moments to mark in recordings of that lesson. Best told before the first run. */
  mark(lesson: string, moments: readonly LookHere[]): void {
    this.#send({ type: "look-here", lesson, moments });
  }

  /** From here on the events in sight are told in `table`, or no longer. */
  showTable(on: boolean): void {
    if (!on) this.table.value = undefined;
    this.#send({ type: "table", on });
  }

  /** A person asks for the selection's details. */
  askDetails(): void {
    this.detailsAsked.value += 1;
  }

  #send(command: Command, transfer: Transferable[] = []): void {
    if (this.#early === undefined) this.#worker.postMessage(command, transfer);
    else this.#early.push([command, transfer]);
  }

  #report(report: TimelineReport): void {
    switch (report.type) {
      case "ready":
        this.ready.value = true;
        break;
      case "stage":
        this.stage.value = report.stage;
        break;
      case "viewport":
        this.viewport.value = report;
        break;
      case "lanes":
        this.lanes.value = report;
        break;
      case "problem":
        this.problem.value = report.text;
        break;
      case "hover":
        this.hovers.value = report.on;
        break;
      case "selection":
        this.selection.value = report.details;
        break;
      case "look-here":
        this.lookHere.value = report.found;
        break;
      case "table":
        this.table.value = report.table;
        break;
    }
  }
}
