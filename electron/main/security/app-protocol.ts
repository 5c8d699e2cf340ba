/**
 * The app's own protocol, `app://spinscope/…`, in place of file:// (Electron's checklist items 1 and 18). It
 * answers GET for an exact list of paths on one exact host, and the blocking request; all else is 404.
 * Invariant: every answer carries the security headers.
 */
import { readFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import type { CustomScheme } from "electron";
import { pageOrigin } from "../../../core/contract/page-api.ts";
import { blockingDelay } from "./blocking-request.ts";
import { responseHeaders } from "./response-headers.ts";
import type { ServedFile } from "./served-files.ts";

const origin = new URL(`${pageOrigin}/`);
export const scheme = origin.protocol.slice(0, -1);

/** To be registered before the app is ready. */
export const schemePrivileges: CustomScheme = {
  scheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

const plain = "text/plain; charset=utf-8";

function refusal(status: number, text: string): Response {
  return new Response(text, { status, headers: responseHeaders(plain) });
}

/** The protocol's handler over the list of files that it may answer. */
export function answerFrom(files: ReadonlyMap<string, ServedFile>): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    if (url.host !== origin.host || url.username !== "" || url.password !== "") return refusal(404, "no such host");
    if (request.method !== "GET") return refusal(405, "only GET is answered");
    const ms = blockingDelay(url);
    if (ms !== undefined) {
      await delay(ms);
      return new Response("", { headers: responseHeaders(plain) });
    }
    const served = url.search === "" ? files.get(url.pathname) : undefined;
    if (served === undefined) return refusal(404, "no such path");
    return new Response(new Uint8Array(await readFile(served.file)), { headers: responseHeaders(served.contentType) });
  };
}
