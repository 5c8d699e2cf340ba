import { describe, expect, test } from "vitest";
import { coroutinePrograms } from "../../../lessons/coroutine-programs.ts";
import { completeParameters, lessonGroups, ParameterError } from "../../../lessons/lesson.ts";
import { listingOf } from "../../../lessons/listings.ts";
import { lessonById, lessons } from "../../../lessons/manifest.ts";
import { threadPrograms } from "../../../lessons/thread-programs.ts";

describe.each(lessons)("lesson $id", (lesson) => {
  test("is found by its id, and has a program and a listing for each of its modes", () => {
    expect(lessonById(lesson.id)).toBe(lesson);
    const programs = { threads: threadPrograms, coroutines: coroutinePrograms, processes: {} };
    for (const mode of lesson.modes) {
      expect(Object.keys(programs[mode])).toContain(lesson.id);
      expect(listingOf(lesson.id, mode)?.source).toMatch(/^export (async )?function main/m);
    }
  });

  test("has a word for each of its parameters, and defaults within its own bounds", () => {
    for (const { name } of lesson.parameters) expect(lesson.words.en.parameters[name]).toBeTruthy();
    const defaults = completeParameters(lesson, {});
    expect(Object.keys(defaults)).toEqual(lesson.parameters.map(({ name }) => name));
  });
});

describe.each(lessons)("lesson $id", (lesson) => {
  test("expects a value of each of its modes, and of no other", () => {
    expect(Object.keys(lesson.expected).sort()).toEqual([...lesson.modes].sort());
  });

  test("has a sentence for each moment to look at and a moment for each sentence, in its own modes", () => {
    const ids = lesson.lookHere.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(lesson.words.en.lookHere).sort()).toEqual(ids.toSorted());
    expect(lesson.modes).toEqual(expect.arrayContaining(lesson.lookHere.map(({ mode }) => mode)));
    for (const sentence of Object.values(lesson.words.en.lookHere)) expect(sentence).toMatch(/^[A-Z\w].*\.$/);
  });

  test.each(lesson.modes)("has the same functions in its Python listing for %s, under Python's names", (mode) => {
    const listing = listingOf(lesson.id, mode);
    const ours = [...(listing?.source ?? "").matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)];
    const pythons = [...(listing?.python.source ?? "").matchAll(/^(?:async )?def (\w+)/gm)];
    expect(ours.length).toBeGreaterThan(2);
    expect(pythons.map(([, name]) => name)).toEqual(ours.map(([, name = ""]) => underscored(name)));
    expect(listing?.python.file).toBe(`${mode}.py`);
  });
});

describe("the list of lessons", () => {
  test("has each once, those of a group together and the groups in their order", () => {
    expect(new Set(lessons.map(({ id }) => id)).size).toBe(lessons.length);
    const groups = lessons.map(({ group }) => group);
    expect(groups).toEqual(lessonGroups.flatMap((group) => groups.filter((each) => each === group)));
    expect(new Set(groups)).toEqual(new Set(lessonGroups));
  });
});

/** `slowFunction` as Python writes it: `slow_function`. */
function underscored(name: string): string {
  return name.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}

describe("the settings of a lesson", () => {
  const [lesson] = lessons;
  if (lesson === undefined) throw new Error("there are no lessons");

  test("are its defaults with what was given laid over them", () => {
    expect(completeParameters(lesson, { job: 1 })).toEqual({ message: "thinking!", frame: 0.1, job: 1, spinners: 1 });
  });

  test.each([
    [{ job: 31 }, "job must be a number of seconds from 0.1 to 30"],
    [{ job: Number.NaN }, "job must be a number of seconds"],
    [{ spinners: 1.5 }, "spinners must be a whole number from 1 to 8"],
    [{ spinners: 9 }, "spinners must be a whole number from 1 to 8"],
    [{ frame: "0.1" }, "frame must be a number of seconds"],
    [{ message: "" }, "message must be 1 to 40 printable characters"],
    [{ message: "\u001b[2J" }, "message must be 1 to 40 printable characters"],
    [{ constructor: 1 }, 'has no parameter "constructor"'],
  ])("refuse %j with a sentence", (given, sentence) => {
    expect(() => completeParameters(lesson, given)).toThrow(ParameterError);
    expect(() => completeParameters(lesson, given)).toThrow(sentence);
  });
});
