/**
 * A page that was taken over: evaluated in the real page as one script, it has what the page has, and sends what no page of
 * ours would. It is called from the test by its name on the window.
 */
import type { PageApi } from "../../../core/contract/page-api.ts";
import { producerId } from "../../../core/trace/ids.ts";
import { badBatches } from "./bad-batches.ts";
import { badMessages } from "./bad-messages.ts";
import { fromProducerExamples, fromTimelineExamples, requestExamples } from "./examples.ts";
import { badPayloads } from "./mutations.ts";

/** What was sent, and what main said that it did of it. */
export interface Volley {
  /** Messages that left the page: what structured clone refuses does not. */
  readonly sent: number;
  /** Requests that main answered with `ok`, by type. */
  readonly obeyed: readonly string[];
}

export interface PageAttack {
  /**
   * Gets the page new ports, and shares the one of that name with it, or keeps it: then the script must have come before
   * the page's own first ports, which it awaits: of two requests for ports main leaves only the later one's open.
   */
  readonly takePort: (name: string, keep: boolean) => Promise<void>;
  /** Every bad request. */
  readonly requests: () => Promise<Volley>;
  /** Every bad message and every lie over the port of the coroutines, while `run` is on. */
  readonly coroutines: (run: number) => Volley;
  /** The same over the timeline's. */
  readonly timeline: () => Volley;
}

const ports = new Map<string, MessagePort>();

function bridge(): PageApi {
  const api: PageApi | undefined = Reflect.get(window, "spinscope");
  if (api === undefined) throw new Error("this is no page of Spinscope");
  return api;
}

/** The names of the ports that came while nobody waited: the page asked for them by itself. */
const seen = new Set<string>();

/** Who waits for a port of that name, and whether the page is to have it, too. */
const wanted = new Map<string, { readonly keep: boolean; readonly take: () => void }>();

// A window asks its listeners in the order in which they came: to keep a port from the page, this script must be first.
window.addEventListener("message", (event: MessageEvent<unknown>) => {
  const name = String(Reflect.get(Object(event.data), "name"));
  const [port] = event.ports;
  const want = wanted.get(name);
  if (port === undefined) return;
  if (want === undefined) {
    seen.add(name);
    return;
  }
  if (want.keep) event.stopImmediatePropagation();
  wanted.delete(name);
  ports.set(name, port);
  want.take();
});

async function takePort(name: string, keep: boolean): Promise<void> {
  while (keep && !seen.has(name)) await new Promise((look) => setTimeout(look, 10));
  const taken = new Promise<void>((take) => {
    wanted.set(name, { keep, take });
  });
  await bridge().request("page.ready", {});
  await taken;
}

/** The bridge to the preload script copies plain values: on the way others become plain, and what was bad may be good. */
function staysBad(payload: unknown): boolean {
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return true;
  return Object.prototype.toString.call(payload) === "[object Object]" && !Object.hasOwn(payload, "__proto__");
}

async function requests(): Promise<Volley> {
  const { request } = bridge();
  const obeyed: string[] = [];
  let sent = 0;
  for (const [type, example] of Object.entries(requestExamples)) {
    // The preload script sends this one for the page; what is asked under its name stays in the page.
    if (type === "file.dropped") continue;
    const ids = [[1], [1, -1], ["a", 2], [5_000, 1], {}, "1.2"].map((id) => [example.payload, id]);
    const answers = [
      ...badPayloads(example, [])
        .filter(staysBad)
        .map((payload) => [payload]),
      ...ids,
    ].map(async (rest) => {
      try {
        const answer: unknown = await Reflect.apply(request, undefined, [type, ...rest]);
        return Reflect.get(Object(answer), "ok") === true ? "obeyed" : "refused";
      } catch {
        return "not sent";
      }
    });
    for (const answer of await Promise.all(answers)) {
      if (answer === "obeyed") obeyed.push(type);
      if (answer !== "not sent") sent += 1;
    }
  }
  return { sent, obeyed };
}

function post(name: string, messages: readonly unknown[]): Volley {
  const port = ports.get(name);
  if (port === undefined) throw new Error(`the port ${name} was not taken`);
  let sent = 0;
  for (const message of messages) {
    try {
      port.postMessage(message);
      sent += 1;
    } catch {
      // It can't be cloned, hence not be sent.
    }
  }
  return { sent, obeyed: [] };
}

function coroutines(run: number): Volley {
  const lies = badBatches({ own: producerId(1), runtime: "coroutines", clock: 1, other: producerId(16) });
  const batches = Object.values(lies).map((batch) => ({ type: "batch", payload: { run, batch } }));
  return post("coroutines", [...batches, ...badMessages(fromProducerExamples)]);
}

function timeline(): Volley {
  return post("timeline", badMessages(fromTimelineExamples));
}

const attack: PageAttack = { takePort, requests, coroutines, timeline };
Reflect.set(window, "pageAttack", attack);
