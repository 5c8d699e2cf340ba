/**
 * What each request from the page does. It stands behind the door (security/ipc-door.ts): what arrives here was checked.
 */

import type { Theme } from "../../../core/contract/page-protocol.ts";
import type { ExportFormat } from "../files/export-desk.ts";
import type { PageConnection } from "../page/page-connection.ts";
import type { RecoveryDesk } from "../recovery/recovery-desk.ts";
import type { RunDesk } from "../runs/run-desk.ts";
import { boundedLog } from "../security/bounded-log.ts";
import type { RequestHandlers } from "../security/ipc-door.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import type { Recordings } from "./recordings.ts";

export interface PageRequestsOptions {
  readonly connection: PageConnection;
  readonly desk: RunDesk;
  readonly recordings: Pick<Recordings, "desk" | "exports" | "files">;
  readonly recovery: Pick<RecoveryDesk, "open" | "save" | "later">;
  /** The page is connected: it is to be told how things stand. */
  readonly onReady: () => void;
  readonly chooseTheme: (theme: Theme) => void;
  readonly logReport: (line: string) => void;
}

const done = { ok: true } as const;
/** Characters of one account that the page gives of itself, in the log. */
const longestReport = 4_000;

/** The handlers, one a request. */
export function pageRequestHandlers(options: PageRequestsOptions): RequestHandlers {
  const { connection, desk, recordings, recovery } = options;
  const exportOne = oneAtATime((format: ExportFormat) => recordings.exports.export(format));
  const askOne = oneAtATime(() => recordings.files.ask());
  const report = boundedLog(options.logReport, longestReport);
  return {
    "page.ready": () => {
      connection.connect();
      options.onReady();
      return done;
    },
    "run.start": (request) => desk.start(request),
    "run.cancel": (_nothing, sent) => {
      desk.cancel(sent);
      return done;
    },
    "run.stop": (_nothing, sent) => {
      desk.stop(sent);
      return done;
    },
    "recording.export": ({ format }) => exportOne(format),
    "recording.toggle-earlier": () => recordings.desk.toggleEarlier(),
    "file.open": () => askOne(undefined),
    "file.cancel": () => {
      recordings.files.cancel();
      return done;
    },
    "file.dropped": ({ path }) => recordings.files.open(path),
    "recovery.open": ({ number }) => recovery.open(number),
    "recovery.save": ({ number }) => recovery.save(number),
    "recovery.later": ({ number }) => recovery.later(number),
    "theme.choose": ({ theme }) => {
      options.chooseTheme(theme);
      return done;
    },
    "page.report": ({ kind, text }) => {
      report(`page: ${kind}: ${text}`);
      return done;
    },
  };
}
