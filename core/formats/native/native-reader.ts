/**
 * Reads `.spinscope` from bytes that come in pieces. Takes every whole line of a file that was cut short and says how
 * many; refuses anything else that is wrong, with the line and the reason. A blank line says nothing, and the last line
 * counts without its line end. Holds no events: each is given out as its line is complete.
 */
import type { AnyEvent, Json } from "../../trace/event.ts";
import type { RecordingHeader } from "../../trace/recording.ts";
import { BadEvent, readEvent } from "../json/read-event.ts";
import { isJsonObject, parseJson, UnsafeJson } from "../json/safe-json.ts";
import { UnreadableRecording } from "../unreadable.ts";
import { FileHead } from "./file-head.ts";
import { noRecording, readHeader } from "./header.ts";
import { type DecodeUtf8, LineSplitter } from "./line-splitter.ts";

/** What the last line says. */
export interface Footer {
  readonly events: number;
  readonly dropped: number;
}

/** How the file ended. */
export interface Ending {
  /** Events read. */
  readonly events: number;
  /** Absent when the file was cut short before its last line. */
  readonly footer?: Footer;
  /** When it was cut short: a sentence that says so, with what was read. */
  readonly cut?: string;
}

const openingBrace = 0x7b;
/** Space, tab, carriage return, line end. */
const blanks: ReadonlySet<number> = new Set([0x20, 0x09, 0x0d, 0x0a]);
const blankLine = /^[ \t\r]*$/;

export class NativeReader {
  readonly #head = new FileHead();
  readonly #splitter: LineSplitter;
  #header: RecordingHeader | undefined;
  #footer: Footer | undefined;
  #events = 0;
  #line = 0;
  #begun = false;
  #lines: number[] = [];

  constructor(decode: DecodeUtf8) {
    this.#splitter = new LineSplitter(decode);
  }

  /** Known once the first line is complete. */
  get header(): RecordingHeader | undefined {
    return this.#header;
  }

  /** Events read so far. */
  get events(): number {
    return this.#events;
  }

  /** The line of each event that the last `push` gave. */
  get lines(): readonly number[] {
    return this.#lines;
  }

  /** The events whose lines these bytes complete. @throws UnreadableRecording with line and reason. */
  push(bytes: Uint8Array): readonly AnyEvent[] {
    return this.#push(this.#head.push(bytes));
  }

  #push(bytes: Uint8Array): readonly AnyEvent[] {
    if (!this.#begun) this.#demandObject(bytes);
    const events: AnyEvent[] = [];
    const lines: number[] = [];
    for (const line of this.#splitter.push(bytes)) {
      this.#line += 1;
      if (blankLine.test(line)) continue;
      const event = this.#read(line);
      if (event === undefined) continue;
      events.push(event);
      lines.push(this.#line);
    }
    this.#events += events.length;
    this.#lines = lines;
    return events;
  }

  /** There are no more bytes. @throws UnreadableRecording for a file without even a header. */
  end(): Ending {
    this.#push(this.#head.end());
    const unfinished = this.#splitter.unfinished > 0;
    const rest = this.#splitter.rest();
    if (this.#header === undefined) {
      if (!this.#begun) throw new UnreadableRecording("the file is empty");
      throw new UnreadableRecording("the file ends inside its first line, the header", 1);
    }
    if (this.#footer !== undefined) {
      if (rest === undefined || !blankLine.test(rest)) {
        throw new UnreadableRecording("there is text after the last line", this.#line + 1);
      }
      return { events: this.#events, footer: this.#footer };
    }
    const footer = rest === undefined ? undefined : wholeFooter(rest);
    if (footer !== undefined) return { events: this.#events, footer };
    const where = unfinished ? `inside line ${this.#line + 1}` : `after line ${this.#line}, without its last line`;
    return { events: this.#events, cut: `the file was cut short ${where}: ${this.#events} whole events were read` };
  }

  /** What begins otherwise is no recording, however long its first line goes on. */
  #demandObject(bytes: Uint8Array): void {
    const first = bytes.find((byte) => !blanks.has(byte));
    if (first === undefined) return;
    this.#begun = true;
    if (first !== openingBrace) throw new UnreadableRecording(noRecording, 1);
  }

  #read(text: string): AnyEvent | undefined {
    try {
      return this.#take(parseJson(text));
    } catch (error) {
      if (error instanceof UnsafeJson) throw new UnreadableRecording(`this line ${error.message}`, this.#line);
      if (error instanceof BadEvent) throw new UnreadableRecording(error.message, this.#line);
      if (error instanceof UnreadableRecording) throw new UnreadableRecording(error.reason, this.#line);
      throw error;
    }
  }

  #take(value: Json): AnyEvent | undefined {
    if (this.#header === undefined) {
      this.#header = readHeader(value);
      return undefined;
    }
    if (this.#footer !== undefined) throw new UnreadableRecording("there is text after the last line");
    if (isFooter(value)) {
      this.#footer = readFooter(value);
      return undefined;
    }
    return readEvent(value);
  }
}

function isFooter(value: Json): value is { readonly [key: string]: Json } {
  return isJsonObject(value) && value["end"] === true && value["kind"] === undefined;
}

/** The footer that a text without a line end is; undefined for any other text, which was cut. */
function wholeFooter(text: string): Footer | undefined {
  try {
    const value = parseJson(text);
    return isFooter(value) ? readFooter(value) : undefined;
  } catch {
    return undefined;
  }
}

function readFooter(value: { readonly [key: string]: Json }): Footer {
  const { events, dropped } = value;
  if (isCount(events) && isCount(dropped)) return { events, dropped };
  throw new UnreadableRecording('the last line must say "events" and "dropped" as whole numbers');
}

function isCount(value: Json | undefined): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
