/**
 * The page ⇄ main, over Electron's IPC: what a person asks for, and what the page is told. Each request goes through
 * one door in main that checks frame, host and schema.
 */
import { recordingStateSchema } from "./recording-state.ts";
import { recoveryStateSchema } from "./recovery-state.ts";
import { runRequestSchema, runStateSchema } from "./run.ts";
import { list, z } from "./schema.ts";

const nothing = z.strictObject({});
const offered = z.strictObject({ number: z.int() });

/** Formats that a recording can be exported to. */
export const exportFormats = ["spinscope", "trace-event", "csv", "svg"] as const;

/** How the window may look. Main owns the choice and remembers it: its menu and the page's button agree. */
export const themes = ["system", "dark", "light"] as const;
export type Theme = (typeof themes)[number];

/** What the page may ask of main (`ipcRenderer.invoke`). */
export const pageRequests = {
  /** The page has loaded: it is given its two ports. */
  "page.ready": { recorded: false, schema: nothing },
  "run.start": { recorded: false, schema: runRequestSchema },
  "run.cancel": { recorded: true, schema: nothing },
  "run.stop": { recorded: true, schema: nothing },
  /** Exports what is shown. */
  "recording.export": { recorded: false, schema: z.strictObject({ format: z.enum(exportFormats) }) },
  /** Shows the recording a step back, or the latest one again. Refused while a run is on. */
  "recording.toggle-earlier": { recorded: false, schema: nothing },
  /** Asks which file to open, by the native dialog. Answers when it is shown, or why not; at once when it was cancelled. */
  "file.open": { recorded: false, schema: nothing },
  /** Ends the reading of the file that is being opened. */
  "file.cancel": { recorded: false, schema: nothing },
  /** Sent by the preload script alone, which knows the path of a file that a person dropped on the window. */
  "file.dropped": { recorded: false, schema: z.strictObject({ path: z.string().max(32_768) }) },
  /** What to do with the recovered recording of that number: show it, save it, or leave it for later. */
  "recovery.open": { recorded: false, schema: offered },
  "recovery.save": { recorded: false, schema: offered },
  "recovery.later": { recorded: false, schema: offered },
  "theme.choose": { recorded: false, schema: z.strictObject({ theme: z.enum(themes) }) },
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
  "recording.state": { recorded: false, schema: recordingStateSchema },
  /** The recovered recordings of which nothing was decided; told when the page is ready, and at each change. */
  "recovery.state": { recorded: false, schema: recoveryStateSchema },
  /** The theme that was chosen, on the page or in the menu; told when the page is ready, too. */
  theme: { recorded: false, schema: z.strictObject({ theme: z.enum(themes) }) },
  /** Something that was not asked for by the page could not be done: a sentence that says why and what to do. */
  problem: { recorded: false, schema: z.strictObject({ sentence: z.string() }) },
  /** What is wrong now and passes by itself, as sentences; told at each change. */
  notices: { recorded: false, schema: z.strictObject({ sentences: list(z.string()) }) },
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
