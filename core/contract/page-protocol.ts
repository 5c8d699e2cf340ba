/**
 * The page ⇄ main, over Electron's IPC: what a person asks for, and what the page is told. Each request goes through
 * one door in main that checks frame, host and schema.
 */
import { runRequestSchema, runStateSchema } from "./run.ts";
import { z } from "./schema.ts";

const nothing = z.strictObject({});

/** Formats that a recording can be exported to. */
export const exportFormats = ["spinscope", "trace-event"] as const;

/** What the page may ask of main (`ipcRenderer.invoke`). */
export const pageRequests = {
  /** The page has loaded: it is given its two ports. */
  "page.ready": { recorded: false, schema: nothing },
  "run.start": { recorded: false, schema: runRequestSchema },
  "run.cancel": { recorded: true, schema: nothing },
  "run.stop": { recorded: true, schema: nothing },
  "recording.export": { recorded: false, schema: z.strictObject({ format: z.enum(exportFormats) }) },
  /** The page's own account of a refused resource or an uncaught error. */
  "page.report": {
    recorded: false,
    schema: z.strictObject({ kind: z.enum(["securitypolicyviolation", "error"]), text: z.string().max(4_000) }),
  },
} as const;

/** What a request answers: done, or a sentence that says what is wrong and what to do. */
export const answerSchema = z.discriminatedUnion("ok", [
  z.strictObject({ ok: z.literal(true), path: z.string().optional() }),
  z.strictObject({ ok: z.literal(false), problem: z.string() }),
]);
export type Answer = z.infer<typeof answerSchema>;

/** What main tells the page. */
export const pageEvents = {
  "run.state": { recorded: false, schema: runStateSchema },
  /** A menu item or accelerator that the page itself carries out. */
  "menu.command": {
    recorded: false,
    schema: z.strictObject({ command: z.enum(["run", "cancel", "zoom-in", "zoom-out", "fit", "follow"]) }),
  },
  /** The result of a save begun from the menu. */
  saved: { recorded: false, schema: answerSchema },
} as const;

/** Names under which main hands the page its two ports. */
export const portNames = ["coroutines", "timeline"] as const;
export type PortName = (typeof portNames)[number];
