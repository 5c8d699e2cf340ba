/**
 * Recovery put together: where is looked, what becomes of what is found.
 */
import type { Answer } from "../../../core/contract/page-protocol.ts";
import { type Language, translate } from "../../../core/i18n/index.ts";
import type { ProcessIdentity } from "../../node/process-identity.ts";
import type { JournalShelf } from "../journal/journal-shelf.ts";
import { recoveredRecording } from "../recordings/kept-recording.ts";
import { sourceOf } from "../recordings/recording-desk.ts";
import { findRecordings } from "../recovery/find-recordings.ts";
import { mayBeLeftBehind } from "../recovery/left-behind.ts";
import { RecoveryDesk } from "../recovery/recovery-desk.ts";
import { logWarning } from "./log.ts";
import { places } from "./places.ts";
import type { Recordings } from "./recordings.ts";

export interface RecoveryOptions {
  readonly language: Language;
  readonly shelf: JournalShelf;
  readonly recordings: Pick<Recordings, "desk" | "exports">;
  /** This process, as far as it is known; and told when it is known for certain. */
  readonly self: () => ProcessIdentity;
  readonly onSelf: (self: ProcessIdentity) => void;
  /** Whether a run is on. */
  readonly isBusy: () => boolean;
  readonly onChange: () => void;
  /** Says what is wrong with something that the page did not ask for. */
  readonly tellProblem: (answer: Answer) => void;
}

export function createRecovery({ language, shelf, recordings, self, ...options }: RecoveryOptions): RecoveryDesk {
  return new RecoveryDesk({
    language,
    find: (onNews) => {
      const order = {
        recordings: places.recordings(),
        saves: places.saves(),
        own: places.own(),
        self: self(),
        reason: translate(language, "recovery.cause"),
      };
      if (mayBeLeftBehind(order)) findRecordings(places.recoverWorker(), order, onNews);
      else onNews({ type: "self", self: order.self });
    },
    nextNumber: () => recordings.desk.nextNumber(),
    isBusy: options.isBusy,
    show: (found) => recordings.desk.showRecovered(found),
    save: async (found) => {
      const source = sourceOf(recoveredRecording(found));
      return source === undefined ? { ok: true } : recordings.exports.exportSource(source, "spinscope");
    },
    settle: (journal) => shelf.settle(journal, "saved"),
    postpone: (journal) => shelf.postpone(journal),
    onChange: options.onChange,
    onSelf: options.onSelf,
    onProblem: (problem) => options.tellProblem({ ok: false, problem }),
    log: logWarning,
  });
}
