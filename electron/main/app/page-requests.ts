/**
 * What each request from the page does. It stands behind the door (security/ipc-door.ts): what arrives here was checked.
 */

import type { ExportDesk } from "../files/export-desk.ts";
import type { PageConnection } from "../page/page-connection.ts";
import type { RunDesk } from "../runs/run-desk.ts";
import type { RequestHandlers } from "../security/ipc-door.ts";

export interface PageRequestsOptions {
  readonly connection: PageConnection;
  readonly desk: RunDesk;
  readonly exports: ExportDesk;
  /** The page is connected: it is to be told how things stand. */
  readonly onReady: () => void;
  readonly logReport: (line: string) => void;
}

const done = { ok: true } as const;

/** The handlers, one a request. */
export function pageRequestHandlers(options: PageRequestsOptions): RequestHandlers {
  const { connection, desk, exports } = options;
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
    "recording.export": ({ format }) => exports.export(format),
    "recording.toggle-earlier": () => done,
    "file.open": () => done,
    "file.cancel": () => done,
    "file.dropped": () => done,
    "theme.choose": () => done,
    "page.report": ({ kind, text }) => {
      options.logReport(`page: ${kind}: ${text}`);
      return done;
    },
  };
}
