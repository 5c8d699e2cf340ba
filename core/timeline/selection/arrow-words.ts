/** An arrow in a few words, by the row it leads to. */
import { translate } from "../../i18n/index.ts";
import { Code } from "../../trace/kinds.ts";
import type { Wording } from "../scene.ts";

/** What kind of arrow leads to `row`. */
export function arrowWords({ table, language }: Wording, row: number): string {
  switch (table.kind(row)) {
    case Code.cancelDelivered:
      return translate(language, "arrow.cancel");
    case Code.signalSeen:
      return translate(language, "arrow.signal");
    case Code.joinEnded:
      return translate(language, "arrow.join");
    default:
      return translate(language, "arrow.message", { channel: table.text(row) });
  }
}
