// The ways round the type checker that this house does not use: `any`, `!`, casts, comments that switch a rule off.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sourceFiles } from "./source-files.mjs";
import { isNode, visitFile } from "./syntax-tree.mjs";

/**
 * The files with a checked door: the one place where plain values become branded ones, or checked fields the union that
 * they were checked to be. Each says so where it casts; nothing else is done there.
 */
const CHECKED_DOORS = new Set(["core/contract/dispatch.ts", "core/trace/event.ts", "core/trace/ids.ts"]);

// In two parts, so that this file does not find itself.
const SWITCH_OFF = new RegExp(`${"@ts"}-(ignore|expect-error|nocheck)|${"biome"}-ignore`);

/** @param {import("./syntax-tree.mjs").SyntaxNode} node @returns {string | undefined} what it is, if it is an escape */
function escapeOf(node) {
  if (node.type === "TSAnyKeyword") return "uses `any`: name the type, or take `unknown` and check it";
  if (node.type === "TSNonNullExpression") return "uses `!`: check for undefined and say what it means";
  if (node.type === "TSTypeAssertion") return "casts: check the value instead";
  if (node.type !== "TSAsExpression") return undefined;
  const type = node["typeAnnotation"];
  const name = isNode(type) && isNode(type["typeName"]) ? type["typeName"]["name"] : undefined;
  return name === "const"
    ? undefined
    : "casts with `as`: check the value with a guard, or build it with the right type";
}

/**
 * @param {string} root the checkout, absolute
 * @returns {string[]} what is wrong, a sentence each
 */
export function checkTypeEscapes(root) {
  /** @type {string[]} */
  const problems = [];
  for (const file of sourceFiles(root, ["core", "lessons", "electron", "renderer", "cli", "test"], /\.tsx?$/)) {
    if (SWITCH_OFF.test(readFileSync(join(root, file), "utf8")))
      problems.push(`${file} switches a rule off by a comment.`);
    if (CHECKED_DOORS.has(file)) continue;
    visitFile(root, file, (node, place) => {
      const wayRound = escapeOf(node);
      if (wayRound) problems.push(`${place} ${wayRound}.`);
    });
  }
  return problems;
}
