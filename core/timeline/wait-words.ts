/**
 * Why a lane waits, in the words that stand in its bar. A thread that waits is blocked, because the operating system's
 * thread is held; a task that waits holds nothing and says what it awaits.
 */
import { translate } from "../i18n/index.ts";
import type { WaitCircle } from "../trace/folds/wait-for.ts";
import { type LaneKind, whys } from "../trace/kinds.ts";
import { laneName, type Wording } from "./scene.ts";

/** The words for the `wait` row `row` of a lane of that kind. */
export function waitWords({ table, language }: Wording, row: number, kind: LaneKind): string {
  const why = whys[table.code(row)];
  const time = seconds(table.n(row));
  const lane = table.other(row) === -1 ? "" : laneName(table, table.other(row));
  if (kind === "thread") {
    switch (why) {
      case "sleep":
        return translate(language, "draw.blocked-sleep", { time }).trimEnd();
      case "join":
        return translate(language, "draw.blocked-join", { lane });
      case "lock":
        return translate(language, "draw.blocked-lock", { lane });
      case "gil":
        return translate(language, "draw.blocked-gil");
      case "future":
        return translate(language, "draw.blocked-future");
      case "message":
        return translate(language, "draw.blocked-message");
      case "io":
        return translate(language, "draw.blocked-io");
      default:
        return translate(language, "draw.blocked");
    }
  }
  switch (why) {
    case "sleep":
      return translate(language, "draw.sleep", { time }).trimEnd();
    case "lock":
      return translate(language, "draw.waiting-lock", { lane });
    case "message":
      return translate(language, "draw.waiting-message");
    case "io":
      return translate(language, "draw.waiting-io");
    case "block":
      return translate(language, "draw.blocks-loop", { time }).trimEnd();
    default:
      return lane === "" ? translate(language, "draw.awaiting-future") : translate(language, "draw.awaiting", { lane });
  }
}

/**
 * The words for a wait from the fullest to the shortest, for a bar that has room for as many as it has. The first are
 * `waitWords`.
 */
export function waitWordings(wording: Wording, row: number, kind: LaneKind): readonly string[] {
  const { table, language } = wording;
  const full = waitWords(wording, row, kind);
  const time = seconds(table.n(row));
  const lane = table.other(row) === -1 ? "" : laneName(table, table.other(row));
  switch (whys[table.code(row)]) {
    case "sleep":
      return time === "" ? [full] : [full, translate(language, "draw.in-sleep", { time }), time];
    case "join":
      if (kind !== "thread") return [full, translate(language, "draw.awaiting-it")];
      return [
        full,
        translate(language, "draw.in-join-of", { lane }),
        translate(language, "draw.in-join"),
        translate(language, "draw.join"),
      ];
    case "future":
      return kind === "thread" ? [full] : [full, translate(language, "draw.awaiting-it")];
    case "block":
      return kind === "thread" ? [full] : [full, translate(language, "draw.blocks-loop-short")];
    default:
      return [full];
  }
}

/** The words for a sleep that is over, `lasts` µs ago, from the fullest to the shortest. `blocked`: its loop was held. */
export function lateWordings({ language }: Wording, lasts: number, blocked: boolean): readonly string[] {
  const time = seconds(lasts / 1_000);
  return [
    translate(language, blocked ? "draw.late-blocked" : "draw.late-busy", { time }),
    ...(blocked ? [translate(language, "draw.due-blocked")] : []),
    translate(language, "draw.late", { time }),
    translate(language, "draw.due"),
  ];
}

/** The words for a wait of a lane in a circle of waits, from the fullest to the shortest. `row`: that of the wait. */
export function deadlockWordings({ table, language }: Wording, row: number, circle?: WaitCircle): readonly string[] {
  const links = circle?.links ?? [];
  const place = links.findIndex(({ waiter }) => waiter === table.lane(row));
  const next = links[(place + 1) % links.length];
  const short = translate(language, "draw.deadlock");
  if (next === undefined) return [short];
  const lane = laneName(table, next.waiter);
  const lock = links[place]?.lock;
  if (lock === undefined) return [translate(language, "draw.deadlock-join", { lane }), short];
  const wanted = laneName(table, lock);
  return [
    translate(language, "draw.deadlock-lock", { lock: wanted, lane }),
    translate(language, "draw.deadlock-wants", { lock: wanted }),
    short,
  ];
}

/** A length that a program asked for, as its author would say it: `3 s`, `0.1 s`, `5 ms`; "" for none. `ms` in ms. */
export function seconds(ms: number): string {
  if (Number.isNaN(ms)) return "";
  return ms >= 100 || ms === 0 ? `${round(ms / 1_000)}\u00a0s` : `${round(ms)}\u00a0ms`;
}

function round(value: number): string {
  return String(Number(value.toPrecision(3)));
}
