/**
 * The arguments of `run`, read and checked before anything is started.
 */
import { parseArgs } from "node:util";
import { type Mode, modes, type Parameters } from "../../core/contract/run.ts";
import { formatOf, unknownEnding } from "../../core/formats/registry.ts";
import { completeParameters, type Lesson, ParameterError } from "../../lessons/lesson.ts";
import { lessonById, lessons } from "../../lessons/manifest.ts";
import { BadArguments } from "../command.ts";

export interface RunArguments {
  readonly lesson: Lesson;
  readonly modes: readonly Mode[];
  readonly parameters: Parameters;
  /** Files to write, in the order given. */
  readonly exports: readonly string[];
  readonly json: boolean;
}

/** @throws BadArguments with a sentence that says which argument and what it takes. */
export function runArguments(args: readonly string[]): RunArguments {
  const { values, positionals } = parsed(args);
  const [id, ...more] = positionals;
  const known = lessons.map((lesson) => lesson.id).join(", ");
  if (id === undefined) throw new BadArguments(`run needs a lesson: ${known}.`);
  if (more.length > 0) throw new BadArguments(`run takes one lesson, not also "${more.join('", "')}".`);
  const lesson = lessonById(id);
  if (lesson === undefined) throw new BadArguments(`There is no lesson "${id}". The lessons are ${known}.`);
  return {
    lesson,
    modes: chosenModes(lesson, values.mode ?? "all"),
    parameters: { ...settings(lesson, values.set ?? []), ...gil(values.gil), ...seed(values.seed) },
    exports: exportFiles(values.export ?? []),
    json: values.json ?? false,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        mode: { type: "string" },
        gil: { type: "string" },
        set: { type: "string", multiple: true },
        seed: { type: "string" },
        export: { type: "string", multiple: true },
        json: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new BadArguments(error instanceof Error ? error.message : String(error));
  }
}

function chosenModes(lesson: Lesson, word: string): readonly Mode[] {
  if (word === "all") return lesson.modes;
  const mode = modes.find((each) => each === word);
  if (mode === undefined) throw new BadArguments(`--mode takes ${modes.join(", ")} or all, not "${word}".`);
  if (lesson.modes.includes(mode)) return [mode];
  throw new BadArguments(`${lesson.id} has no program for ${mode}: it has ${lesson.modes.join(", ")}.`);
}

/** A run of several seconds must not end in a file that could never be written. */
function exportFiles(paths: readonly string[]): readonly string[] {
  const strange = paths.find((path) => formatOf(path) === undefined);
  if (strange !== undefined) throw new BadArguments(`--export: ${unknownEnding(strange)}.`);
  return paths;
}

function settings(lesson: Lesson, pairs: readonly string[]): Parameters {
  const given = pairs.map((pair): [string, string | number] => {
    const equals = pair.indexOf("=");
    if (equals < 1) throw new BadArguments(`--set takes name=value, not "${pair}".`);
    const name = pair.slice(0, equals);
    const value = pair.slice(equals + 1);
    const isText = lesson.parameters.some((parameter) => parameter.name === name && parameter.kind === "text");
    return [name, isText || value.trim() === "" ? value : Number(value)];
  });
  try {
    return completeParameters(lesson, Object.fromEntries(given));
  } catch (error) {
    if (error instanceof ParameterError) throw new BadArguments(`--set: ${error.message}.`);
    throw error;
  }
}

/** With the GIL unless it is switched off, as in CPython. */
function gil(word: string | undefined): Parameters {
  if (word === undefined || word === "on" || word === "off") return { gil: word ?? "on" };
  throw new BadArguments(`--gil takes on or off, not "${word}".`);
}

function seed(word: string | undefined): Parameters {
  if (word === undefined) return {};
  const value = Number(word);
  if (Number.isSafeInteger(value) && value >= 0) return { seed: value };
  throw new BadArguments(`--seed takes a whole number from 0 on, not "${word}".`);
}
