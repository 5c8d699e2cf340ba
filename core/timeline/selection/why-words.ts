/**
 * Why something is so, as a sentence: what a thread and a task differ in is said where it shows.
 */
import { translate } from "../../i18n/index.ts";
import type { WaitCircle } from "../../trace/folds/wait-for.ts";
import { Code, codeOf, joinEnds, whys } from "../../trace/kinds.ts";
import { circleLinks, circleWords } from "../circle-words.ts";
import { laneName, type Wording } from "../scene.ts";
import { kindOf } from "./event-words.ts";

const timeout = codeOf(joinEnds, "timeout");

/** The sentence for a row; undefined where there is nothing to explain. */
export function whyWords(wording: Wording, row: number): string | undefined {
  const { table, language } = wording;
  const kind = kindOf(wording, row);
  const lane = laneName(table, table.other(row));
  const isThread = kind === "thread";
  if (kind !== "thread" && kind !== "task") {
    return table.kind(row) === Code.messageReceived ? translate(language, "why.message-apart") : undefined;
  }
  switch (table.kind(row)) {
    case Code.laneCreated:
      return translate(language, "why.created");
    case Code.laneStarted:
    case Code.ready:
      return translate(language, isThread ? "why.ready-thread" : "why.ready-task");
    case Code.run:
      return translate(language, isThread ? "why.running-thread" : "why.running-task");
    case Code.wait:
      return waitReason(wording, row, isThread);
    case Code.signalSet:
      return translate(language, "why.asked");
    case Code.signalSeen:
      return translate(language, "why.seen");
    case Code.cancelRequested:
      return translate(language, "why.cancel-requested", { lane });
    case Code.cancelDelivered:
      return translate(language, "why.cancel-delivered");
    case Code.cancelRefused:
      return translate(language, "why.cancel-refused");
    case Code.joinEnded:
      return translate(language, table.code(row) === timeout ? "why.join-timeout" : "why.joined", { lane });
    case Code.messageReceived:
      return translate(language, "why.message-apart");
    default:
      return undefined;
  }
}

/** The sentence for a wait in a circle of waits. */
export function deadlockWhy({ table, language }: Wording, circle: WaitCircle): string {
  return translate(language, "why.deadlock", { circle: circleWords(language, circleLinks(table, circle)) });
}

function waitReason({ table, language }: Wording, row: number, isThread: boolean): string {
  const on = table.other(row);
  const lane = laneName(table, on);
  switch (whys[table.code(row)]) {
    case "sleep":
      return translate(language, isThread ? "why.sleep-thread" : "why.sleep-task");
    case "lock":
      return translate(language, "why.lock", { lane });
    case "gil":
      return translate(language, "why.gil");
    case "message":
      return translate(language, "why.message");
    case "io":
      return translate(language, "why.io");
    case "block":
      return translate(language, "why.block");
    default:
      if (on === -1) return translate(language, isThread ? "why.future-thread" : "why.future-task");
      return translate(language, isThread ? "why.join-thread" : "why.join-task", { lane });
  }
}
