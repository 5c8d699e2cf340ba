/**
 * The marks that the line transform puts into programs, and where they go. A mark is at once the `line`
 * event, the place where a thread gives the GIL away, and the line that `repr` prints.
 * Invariant: with no sink set, a mark only stores its line.
 */
import { Code, Frame } from "./code.ts";

/** Told of every line that is about to run. */
export type LineSink = (code: Code, line: number, frame: Frame) => void;

/** Something whose body is a generator function: it takes the frame of that body once the body has started. */
export interface FrameOwner {
  /** The name of the function whose frame it waits for. */
  readonly name: string;
  frame: Frame | null;
}

let lineSink: LineSink | null = null;
let starting: FrameOwner | null = null;
let runningOwner: () => FrameOwner | null = () => null;
const definitions = new WeakMap<object, Code>();

/** Sets who is told of every line, or nobody. A thread has one sink. */
export function setLineSink(sink: LineSink | null): void {
  lineSink = sink;
}

/** Says that the next generator body to start, if it has the owner's name, is the owner's. */
export function expectFrame(owner: FrameOwner): void {
  starting = owner;
}

/** Sets where to ask for the owner of a body that starts with nobody expecting it: a task's first step. */
export function setRunningOwner(source: () => FrameOwner | null): void {
  runningOwner = source;
}

/** The source of a function that went through the transform. */
export function definitionOf(definition: object): Code | undefined {
  return definitions.get(definition);
}

/** Declares a function. Called by transformed programs only, as are the functions below. */
export function $code(name: string, file: string, line: number, generator: boolean): Code {
  return new Code(name, file, line, generator);
}

/** Links a function object to its source and hands it back, under its own name if it had none. */
export function $define<Definition extends object>(code: Code, definition: Definition): Definition {
  definitions.set(definition, code);
  const named = Object.getOwnPropertyDescriptor(definition, "name");
  if (named === undefined || named.value === "") Object.defineProperty(definition, "name", { value: code.name });
  return definition;
}

/** Begins a call: its frame. */
export function $enter(code: Code): Frame {
  const frame = new Frame(code);
  if (!code.generator) return frame;
  const owner = starting !== null && awaits(starting, code) ? starting : runningOwner();
  if (owner !== null && awaits(owner, code)) owner.frame = frame;
  starting = null;
  return frame;
}

/** The next statement starts on `line`. */
export function $line(frame: Frame, line: number): void {
  frame.line = line;
  if (lineSink !== null) lineSink(frame.code, line, frame);
}

function awaits(owner: FrameOwner, code: Code): boolean {
  return owner.frame === null && owner.name === code.name;
}
