/**
 * A `.spinscope` file as a recording to walk through once: its header now, its events as they are asked for, and how
 * it ended once they have all been taken.
 */
import type { AnyEvent } from "../../trace/event.ts";
import type { Recording, RecordingHeader } from "../../trace/recording.ts";
import type { DecodeUtf8 } from "./line-splitter.ts";
import { type Ending, NativeReader } from "./native-reader.ts";

export class NativeRecording implements Recording {
  readonly header: RecordingHeader;
  readonly events: Iterable<AnyEvent>;
  #ending: Ending | undefined;
  #line = 1;

  /** Reads pieces until the header is complete. @throws UnreadableRecording. */
  constructor(pieces: Iterable<Uint8Array>, decode: DecodeUtf8) {
    const reader = new NativeReader(decode);
    const source = pieces[Symbol.iterator]();
    let first: readonly AnyEvent[] = [];
    while (reader.header === undefined) {
      const piece = source.next();
      if (piece.done === true) break;
      first = reader.push(piece.value);
    }
    if (reader.header === undefined) this.#ending = reader.end();
    this.header = reader.header ?? unreachable();
    this.events = this.#walk(reader, source, first);
  }

  /** How the file ended; undefined until the last event was taken. */
  get ending(): Ending | undefined {
    return this.#ending;
  }

  /** The line of the event that was taken last. */
  get line(): number {
    return this.#line;
  }

  *#walk(reader: NativeReader, source: Iterator<Uint8Array>, first: readonly AnyEvent[]): Generator<AnyEvent> {
    yield* this.#given(reader, first);
    for (let piece = source.next(); piece.done !== true; piece = source.next()) {
      yield* this.#given(reader, reader.push(piece.value));
    }
    this.#ending = reader.end();
  }

  *#given({ lines }: NativeReader, events: readonly AnyEvent[]): Generator<AnyEvent> {
    for (const [index, event] of events.entries()) {
      this.#line = lines[index] ?? this.#line;
      yield event;
    }
  }
}

/** `end` has thrown for a file without a header. */
function unreachable(): never {
  throw new Error("a reader without a header ended quietly");
}
