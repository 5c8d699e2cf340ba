/**
 * The bytes of a file that somebody wants read as a recording, piece by piece, each valid until the next one is asked
 * for. What is no regular file and what is too large is refused before a byte is read.
 */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from "node:fs";
import { freemem } from "node:os";
import { UnreadableRecording } from "../../core/formats/unreadable.ts";

/** Bytes of the largest file that is read. */
const largestRecording = 2 * 2 ** 30;
const pieceBytes = 1_048_576;
/** Bytes of an event in memory, and of the shortest line of one in a file. */
const eventBytes = 48;
const lineBytes = 40;

export interface PiecesOptions {
  /** Bytes of the largest file that is read; by itself what memory is free for now. */
  readonly largest?: number;
  /** Told before the first piece and after each: bytes read, and those there are. */
  readonly onRead?: (read: number, stats: Stats) => void;
}

/** @throws UnreadableRecording for what can't be opened as a recording, and what reading throws. */
export function* recordingPieces(path: string, options: PiecesOptions = {}): Generator<Uint8Array> {
  const file = opened(path);
  try {
    const stats = fstatSync(file);
    refuseWhatIsNoFile(stats, options.largest ?? largestNow());
    const buffer = new Uint8Array(pieceBytes);
    let read = 0;
    options.onRead?.(read, stats);
    for (let size = readSync(file, buffer); size > 0; size = readSync(file, buffer)) {
      yield buffer.subarray(0, size);
      read += size;
      options.onRead?.(read, stats);
    }
  } finally {
    closeSync(file);
  }
}

/** What memory is free for, were every line as short as can be. */
function largestNow(): number {
  return Math.min(largestRecording, Math.floor((freemem() / eventBytes) * lineBytes));
}

/** A pipe without a writer would hold up a plain open. */
function opened(path: string): number {
  try {
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw new UnreadableRecording(`it can't be opened (${error instanceof Error ? error.message : String(error)})`);
  }
}

function refuseWhatIsNoFile(stats: Stats, largest: number): void {
  if (stats.isDirectory()) throw new UnreadableRecording("it is a folder");
  if (!stats.isFile()) throw new UnreadableRecording("it is no regular file");
  if (stats.size > largestRecording) {
    throw new UnreadableRecording(`it has ${stats.size} bytes, and the largest that is read has ${largestRecording}`);
  }
  if (stats.size > largest) {
    throw new UnreadableRecording(
      `it has ${stats.size} bytes, and there is memory free for ${largest}: close other programs and open it again`,
    );
  }
}
