// A mutant and what came of it, in the terms of the source.
import { relative, sep } from "node:path";
import { projectFolder } from "../setup/project.mjs";

/** @typedef {import("@stryker-mutator/core").Stryker} Stryker */
/** @typedef {Awaited<ReturnType<Stryker["runMutationTest"]>>[number]} MutantResult */
/**
 * @typedef {object} Mutant
 * @property {string} file relative to the checkout
 * @property {number} row line number, from 1
 * @property {string} mutator StrykerJS's name of the change
 * @property {string} line the line of the source on which it begins, without its indentation
 * @property {string} original what is replaced, runs of white space as one blank
 * @property {string} replacement likewise
 * @property {boolean} killed a test failed, could not be run, or took too long
 * @property {boolean} covered some test ran over it
 */

/** A test that fails to load, or an error outside of all tests, is noticed as much as a failed test. */
const noticed = new Set(["Killed", "Timeout", "RuntimeError", "CompileError"]);

/** @param {string} text */
const onOneLine = (text) => text.replaceAll(/\s+/g, " ").trim();

/**
 * @param {readonly string[]} lines
 * @param {MutantResult["location"]} location lines and columns from 0
 */
function textAt(lines, { start, end }) {
  if (start.line === end.line) return (lines[start.line] ?? "").slice(start.column, end.column);
  const first = (lines[start.line] ?? "").slice(start.column);
  const last = (lines[end.line] ?? "").slice(0, end.column);
  return [first, ...lines.slice(start.line + 1, end.line), last].join("\n");
}

/**
 * @param {MutantResult} result
 * @param {(file: string) => string} read a source, by its absolute path
 * @returns {Mutant}
 */
export function mutantOf(result, read) {
  const lines = read(result.fileName).split("\n");
  // StrykerJS reports lines from 1 and columns from 1, while it works from 0.
  const { start, end } = result.location;
  const location = {
    start: { line: start.line - 1, column: start.column - 1 },
    end: { line: end.line - 1, column: end.column - 1 },
  };
  return {
    file: relative(projectFolder, result.fileName).split(sep).join("/"),
    row: start.line,
    mutator: result.mutatorName,
    line: (lines[location.start.line] ?? "").trim(),
    original: onOneLine(textAt(lines, location)),
    replacement: onOneLine(result.replacement ?? ""),
    killed: noticed.has(result.status),
    covered: result.status !== "NoCoverage",
  };
}
