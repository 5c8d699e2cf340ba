/**
 * The page ⇄ its timeline worker: commands down, reports up. Both ends are our own code of one origin, so types are
 * enough and nothing is parsed. `core` knows no DOM: the canvas and the port are the type's parameters.
 * Units: µs since the recording's origin; lengths and places in CSS pixels from the canvas's top left corner.
 */
import type { TextKey } from "../i18n/index.ts";
import type { End, LaneKind, Runtime } from "../trace/kinds.ts";
import type { LookHere } from "./look-here.ts";
import type { Mode } from "./run.ts";
import type { Details, EventTable, FoundMoment, SelectionRef, Step } from "./timeline-selection.ts";

/** What the page tells the worker. `init` comes first, once; `port` at every (re)connection with main. */
export type TimelineCommand<Canvas, Port> =
  | {
      readonly type: "init";
      readonly canvas: Canvas;
      readonly size: CanvasSize;
      readonly colours: TimelineColours;
      readonly language: "en";
    }
  /** The port named `timeline` that main gave the page: from here on the worker hears from main by itself. */
  | { readonly type: "port"; readonly port: Port }
  | { readonly type: "resize"; readonly size: CanvasSize }
  | { readonly type: "theme"; readonly colours: TimelineColours }
  /** `factor` above 1 shows less time. About `x`, or about the middle of what is shown. */
  | { readonly type: "zoom"; readonly factor: number; readonly x?: number }
  /** The picture moves by `dx` to the right. */
  | { readonly type: "pan"; readonly dx: number }
  /** The lanes move up by `dy`. */
  | { readonly type: "scroll"; readonly dy: number }
  | { readonly type: "fit" }
  | { readonly type: "follow"; readonly on: boolean }
  /** Where the pointer is; nowhere once it has left. */
  | { readonly type: "pointer"; readonly at?: { readonly x: number; readonly y: number } }
  /** What lies at a point is selected; on empty ground nothing is. */
  | { readonly type: "choose"; readonly x: number; readonly y: number }
  /** That is selected and brought into sight; nothing, without `ref`. */
  | { readonly type: "select"; readonly ref?: SelectionRef }
  /** What lies next to the selection is selected in its place. */
  | { readonly type: "step"; readonly to: Step }
  | { readonly type: "fit-selection" }
  /** The overview at `x` was pressed (`grab`), or is dragged there: the visible range goes along. */
  | { readonly type: "overview"; readonly x: number; readonly grab: boolean }
  /** The moments to mark in recordings of that lesson. */
  | { readonly type: "look-here"; readonly lesson: string; readonly moments: readonly LookHere[] }
  /** From here on, or no longer, the events in sight are told as a table. */
  | { readonly type: "table"; readonly on: boolean };

export interface CanvasSize {
  readonly width: number;
  readonly height: number;
  /** Device pixels a CSS pixel. */
  readonly pixelRatio: number;
}

/** The tokens of style/tokens.css that the timeline draws with, as CSS colours. */
export interface TimelineColours {
  readonly background: string;
  readonly surface: string;
  readonly raised: string;
  readonly text: string;
  readonly muted: string;
  readonly faint: string;
  readonly rule: string;
  readonly threads: string;
  readonly coroutines: string;
  readonly processes: string;
  readonly cancel: string;
}

/** What the worker tells the page. */
export type TimelineReport =
  /** Fonts are loaded and the first frame is drawn. */
  | { readonly type: "ready" }
  /** At most 30 a second while a run is on, once more when it has ended. */
  | { readonly type: "stage"; readonly stage: Stage }
  /** What part of time is shown. */
  | {
      readonly type: "viewport";
      readonly from: number;
      readonly to: number;
      readonly end: number;
      readonly following: boolean;
      /** Width of the lanes' names at the left of the time scale, px. */
      readonly gutter: number;
      /** Height of the overview at the top, px; 0 on a canvas too low for one. */
      readonly overview: number;
    }
  /** For screen readers and tests. At most once a second. */
  | ({ readonly type: "lanes" } & LanesReport)
  /** Whether something that can be selected is under the pointer. */
  | { readonly type: "hover"; readonly on: boolean }
  /** What is selected; nothing, without `details`. */
  | { readonly type: "selection"; readonly details?: Details }
  /** Which of the lesson's moments the recording has so far, in the order of their numbers. */
  | { readonly type: "look-here"; readonly found: readonly FoundMoment[] }
  /** The events in sight, while they are asked for. */
  | { readonly type: "table"; readonly table: EventTable }
  | { readonly type: "problem"; readonly text: string };

/** The lanes of the picture from top to bottom: all of a few, of many those that are in sight. */
export interface LanesReport {
  /** How many there are. */
  readonly total: number;
  /** The place of the first that is told, from 0. */
  readonly first: number;
  readonly lanes: readonly LaneReport[];
  /** The topmost of all and the lowest; empty without lanes. */
  readonly edges: readonly LaneReport[];
}

/** One lane of the picture, in words. */
export interface LaneReport {
  readonly name: string;
  readonly kind: LaneKind;
  readonly runtime: Runtime;
  /** 1 for a process, 2 for what runs in it. */
  readonly level: number;
  readonly state: StateWords;
  readonly ended?: End;
}

/** What the page shows beside the timeline: how each program of the run stands. */
export interface Stage {
  /** The run's number; 0 before the first. */
  readonly run: number;
  readonly live: boolean;
  /** The instant that is shown: now, the recording's end, or an earlier one (`past`). µs since the origin. */
  readonly at: number;
  /** A person looks at an earlier instant of a recording that has ended: consoles, lines and states are those of then. */
  readonly past?: true;
  readonly events: number;
  readonly dropped: number;
  /** Bound on the error between the clocks, µs. */
  readonly errorUs: number | undefined;
  readonly modes: readonly StageMode[];
}

export interface StageMode {
  readonly mode: Mode;
  /** The process lane's name, and the process id in it. */
  readonly process: string | undefined;
  readonly pid: number | undefined;
  /** Its threads or tasks in the order of their creation; of many only the first. */
  readonly lanes: readonly string[];
  /** How many there are. */
  readonly laneCount: number;
  /** The console as a terminal would show it: `\b`, `\r`, `\n` obeyed. */
  readonly console: string;
  /** Which of the console's lines the program's next character goes to, counted from 0. */
  readonly consoleLine: number;
  /** The spinner as its runtime printed it: `<Thread(Thread-1 (spin), initial)>`. */
  readonly object: string | undefined;
  readonly state: StateWords;
  /** The circle in which some of them wait for each other. */
  readonly deadlock?: readonly CircleLink[];
  /** Where each of its open lanes stands in its source, the supervisor first; of many only the first. */
  readonly lines: readonly StageLine[];
  readonly statistics: ModeStatistics;
}

/** One of a circle of waits: `waiter` waits for `lock`, which the next one holds, or for the next one's end. */
export interface CircleLink {
  readonly waiter: string;
  readonly lock?: string;
  /** How many of a long circle are left out after this one, before the first comes again. */
  readonly more?: number;
}

export interface StageLine {
  readonly lane: string;
  /** As `line` events name it: `threads.ts`. */
  readonly file: string;
  readonly line: number;
  readonly does: LineDoing;
}

/** What a lane does at its line: runs, waits and holds no thread, or is blocked and holds one. */
export type LineDoing = "runs" | "waits" | "blocked";

/** A state as a text's key and what to put in it. Durations are in µs: the page gives them their unit. */
export interface StateWords {
  readonly key: Extract<TextKey, `state.${string}`>;
  readonly us?: number;
  readonly count?: number;
  readonly lane?: string;
  readonly value?: string;
  readonly error?: string;
  readonly lock?: string;
}

/** Durations in µs; `n` = 0 when there is none, the others are then NaN. */
export interface Distribution {
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

export interface ModeStatistics {
  readonly frames: number;
  readonly frameLate: Distribution;
  readonly askedSeen: Distribution;
  readonly requestedDelivered: Distribution;
  readonly deliveredEnded: Distribution;
  readonly join: Distribution;
  readonly message: Distribution;
}
