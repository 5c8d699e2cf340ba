/** What there is to say of a whole lane: how often and how long it ran, and how it ended. */
import type { Fact } from "../../contract/timeline-selection.ts";
import { translate, wholeNumber } from "../../i18n/index.ts";
import type { LaneSpans } from "../../trace/folds/lane-spans.ts";
import type { Wording } from "../scene.ts";
import { duration, eventWords } from "./event-words.ts";

/** The facts of a lane with those spans. `now`: µs. */
export function laneFacts(wording: Wording, spans: LaneSpans | undefined, now: number): readonly Fact[] {
  if (spans === undefined) return [];
  const { language } = wording;
  const runs = spans.runsBefore(spans.length);
  const facts: Fact[] = [];
  if (runs > 0) {
    facts.push({ label: translate(language, "fact.runs"), value: wholeNumber(runs) });
    facts.push({ label: translate(language, "fact.ran"), value: duration(spans.busyBefore(now, now)) });
  }
  if (spans.endRow >= 0) {
    facts.push({ label: translate(language, "fact.end"), value: eventWords(wording, spans.endRow) });
  }
  return facts;
}
