/**
 * The rows of the statistics: how each is called, and what it shows of a mode. Where the runtimes have different names
 * for the same question (how long from being asked to stop until it is noticed), one row bears both names, each in its
 * runtime's colour, so that the answers stand beside each other.
 */
import type { Mode } from "../../core/contract/run.ts";
import type { Distribution, ModeStatistics } from "../../core/contract/worker-protocol.ts";
import { milliseconds, wholeNumber } from "../../core/i18n/index.ts";

/** A row's name; with a mode when it is that runtime's word for it. */
export interface MeasureName {
  readonly key:
    | "statistics.frames"
    | "statistics.frame-late.p50"
    | "statistics.frame-late.p95"
    | "statistics.asked-seen"
    | "statistics.requested-delivered"
    | "statistics.delivered-ended"
    | "statistics.join"
    | "statistics.await"
    | "statistics.message";
  readonly mode?: Mode;
}

export interface Measure {
  readonly id: string;
  /** What the row is called when these modes are shown. */
  readonly names: (modes: readonly Mode[]) => readonly MeasureName[];
  readonly hint: `statistics.${"frames" | "frame-late" | "stop" | "ended" | "join" | "message"}.hint`;
  /** The cell of one mode. */
  readonly value: (statistics: ModeStatistics, mode: Mode) => string;
}

export const measures: readonly Measure[] = [
  {
    id: "frames",
    names: always("statistics.frames"),
    hint: "statistics.frames.hint",
    value: ({ frames }) => wholeNumber(frames),
  },
  {
    id: "frame-late-p50",
    names: always("statistics.frame-late.p50"),
    hint: "statistics.frame-late.hint",
    value: ({ frameLate }) => duration(frameLate.p50),
  },
  {
    id: "frame-late-p95",
    names: always("statistics.frame-late.p95"),
    hint: "statistics.frame-late.hint",
    value: ({ frameLate }) => duration(frameLate.p95),
  },
  {
    id: "stop",
    names: perMode({ threads: "statistics.asked-seen", coroutines: "statistics.requested-delivered" }),
    hint: "statistics.stop.hint",
    value: (statistics, mode) => median(mode === "threads" ? statistics.askedSeen : statistics.requestedDelivered),
  },
  {
    id: "ended",
    names: perMode({ coroutines: "statistics.delivered-ended" }),
    hint: "statistics.ended.hint",
    value: ({ deliveredEnded }) => median(deliveredEnded),
  },
  {
    id: "join",
    names: perMode({ threads: "statistics.join", coroutines: "statistics.await" }),
    hint: "statistics.join.hint",
    value: ({ join }) => median(join),
  },
  {
    id: "message",
    names: always("statistics.message"),
    hint: "statistics.message.hint",
    value: ({ message }) => median(message),
  },
];

function always(key: MeasureName["key"]): Measure["names"] {
  return () => [{ key }];
}

function perMode(names: Partial<Record<Mode, MeasureName["key"]>>): Measure["names"] {
  return (modes) =>
    modes.flatMap((mode) => {
      const key = names[mode];
      return key === undefined ? [] : [{ key, mode }];
    });
}

function median({ n, p50 }: Distribution): string {
  return duration(n === 0 ? Number.NaN : p50);
}

function duration(us: number): string {
  return milliseconds(us / 1_000);
}
