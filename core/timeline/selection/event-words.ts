/**
 * Any row of a recording in a few words, as a reader would say what happened there.
 */
import { milliseconds, translate } from "../../i18n/index.ts";
import { isWarning } from "../../trace/folds/moments.ts";
import { isLaneId } from "../../trace/ids.ts";
import { Code, codeOf, joinEnds, kinds, type LaneKind } from "../../trace/kinds.ts";
import { wordsOfEnd } from "../lane-end.ts";
import { laneName, type Wording } from "../scene.ts";
import { waitWords } from "../wait-words.ts";

const timeout = codeOf(joinEnds, "timeout");
/** Letters of an output that are quoted, and of a warning. */
const quoted = 40;
const readable = 300;

/** What happened in `row`. */
export function eventWords(wording: Wording, row: number): string {
  const { table, language } = wording;
  const other = laneName(table, table.other(row));
  switch (table.kind(row)) {
    case Code.laneCreated:
      return translate(language, kindOf(wording, row) === "process" ? "event.there" : "event.created");
    case Code.laneStarted:
      return translate(language, "event.started");
    case Code.laneEnded:
      return wordsOfEnd(wording, row) || translate(language, "event.ended");
    case Code.ready:
      return translate(language, "event.ready");
    case Code.run:
      return translate(language, "event.running");
    case Code.wait:
      return waitWords(wording, row, kindOf(wording, row));
    case Code.turnBegan:
      return translate(language, "event.turn", { n: table.n(row) });
    case Code.turnEnded:
      return translate(language, "event.idle");
    case Code.lockAsked:
      return translate(language, "event.lock-asked", { lane: other });
    case Code.lockTaken:
      return translate(language, "event.lock-held", { lane: laneName(table, table.lane(row)) });
    case Code.lockFreed:
      return translate(language, "event.lock-free");
    case Code.signalSet:
      return translate(language, "event.asked");
    case Code.signalSeen:
      return translate(language, "event.seen");
    case Code.cancelRequested:
      return translate(language, "event.cancel-requested", { lane: other });
    case Code.cancelDelivered:
      return translate(language, "event.cancel-delivered");
    case Code.cancelRefused:
      return translate(language, "event.cancel-refused");
    case Code.joinBegan:
      return translate(language, "event.join-began", { lane: other });
    case Code.joinEnded:
      return translate(language, table.code(row) === timeout ? "event.join-timeout" : "event.joined", { lane: other });
    case Code.messageSent:
      return translate(language, "event.sent", { channel: table.text(row), lane: other });
    case Code.messageReceived:
      return translate(language, "event.received", { channel: table.text(row), lane: other });
    case Code.messageHandled:
      return translate(language, "event.handled", { channel: table.text(row), lane: other });
    default:
      return minorWords(wording, row);
  }
}

/** Events that the picture does not show by themselves, but that cause others. */
function minorWords({ table, language }: Wording, row: number): string {
  switch (table.kind(row)) {
    case Code.callbackReady:
    case Code.callbackRun:
    case Code.callbackEnded:
      return translate(language, "event.callback", { name: table.text(row) });
    case Code.timerSet:
      return translate(language, "event.timer-set");
    case Code.timerFired:
      return translate(language, "event.timer-fired");
    case Code.timerDropped:
      return translate(language, "event.timer-dropped");
    case Code.futureCreated:
      return translate(language, "event.future-created");
    case Code.futureSettled:
      return translate(language, "event.future-settled");
    case Code.output:
      if (isWarning(table, row))
        return translate(language, "event.warning", { text: table.text(row).slice(0, readable).trimEnd() });
      return translate(language, "event.output", { text: JSON.stringify(table.text(row).slice(0, quoted)) });
    case Code.line:
      return translate(language, "event.line", { line: table.n(row), file: table.text(row) });
    case Code.gap:
      return translate(language, "event.gap");
    default:
      return translate(language, "event.other", { kind: kinds[table.kind(row)] ?? "unknown" });
  }
}

/** The kind of the lane that a row is on; a lane that was never declared counts as a task. */
export function kindOf({ table }: Wording, row: number): LaneKind {
  const lane = table.lane(row);
  return (isLaneId(lane) ? table.lanes.get(lane)?.kind : undefined) ?? "task";
}

/** A length or a distance in µs as text: `4.5 µs`, `0.17 ms`, `3.002 s`. */
export function duration(us: number): string {
  return us < 100 ? `${us.toFixed(us < 10 ? 1 : 0)}\u202fµs` : milliseconds(us / 1_000);
}

/** An instant in µs as text, to the microsecond: `1.234 567 s`. */
export function instant(us: number): string {
  const [whole = "0", fraction = ""] = (us / 1e6).toFixed(6).split(".");
  return `${whole.replace("-", "−")}.${fraction.slice(0, 3)}\u202f${fraction.slice(3)}\u00a0s`;
}
