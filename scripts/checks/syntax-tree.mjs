// Parses a source file and walks its tree, for the checks that look at code rather than at text.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "vite";

/** @typedef {{ type: string, start: number, [field: string]: unknown }} SyntaxNode */

/** @param {unknown} value @returns {value is SyntaxNode} */
export function isNode(value) {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/**
 * @param {unknown} value a node, or a list of them
 * @param {(node: SyntaxNode) => void} visit
 */
function walk(value, visit) {
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  else if (isNode(value)) {
    visit(value);
    for (const field of Object.values(value)) walk(field, visit);
  }
}

/**
 * Visits every node of a file.
 * @param {string} root the checkout, absolute
 * @param {string} file relative to it
 * @param {(node: SyntaxNode, place: string) => void} visit `place`: "file:line"
 */
export function visitFile(root, file, visit) {
  const source = readFileSync(join(root, file), "utf8");
  const { program } = parseSync(file, source, { lang: file.endsWith("x") ? "tsx" : "ts", sourceType: "module" });
  walk(program, (node) => visit(node, `${file}:${source.slice(0, node.start).split("\n").length}`));
}
