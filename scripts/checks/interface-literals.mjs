// Every text that a person reads comes from core/i18n, so that a language is complete when its tables are. This finds
// words written into the interface itself: JSX text, the attributes that are read or read out, native menu labels.

import { sourceFiles } from "./source-files.mjs";
import { isNode, visitFile } from "./syntax-tree.mjs";

/** @typedef {import("./syntax-tree.mjs").SyntaxNode} SyntaxNode */

/** Two letters in a row make a word; a lone one, a sign or a number is not language. */
const WORD = /\p{L}{2,}/u;

const READ_ATTRIBUTES = new Set([
  "title",
  "placeholder",
  "alt",
  "label",
  "aria-label",
  "aria-description",
  "aria-valuetext",
  "aria-roledescription",
]);

const MENU_FIELDS = new Set(["label", "sublabel", "toolTip", "buttonLabel"]);

/**
 * The words that an expression is written with, when it is a plain or a template string.
 * @param {unknown} node
 * @returns {string}
 */
function literalText(node) {
  if (!isNode(node)) return "";
  if (node.type === "Literal") return typeof node["value"] === "string" ? node["value"] : "";
  if (node.type === "JSXText") return String(node["value"]);
  if (node.type === "JSXExpressionContainer") return literalText(node["expression"]);
  if (node.type === "ConditionalExpression")
    return `${literalText(node["consequent"])} ${literalText(node["alternate"])}`;
  if (node.type !== "TemplateLiteral" || !Array.isArray(node["quasis"])) return "";
  return node["quasis"].map((part) => String(part.value.raw)).join(" ");
}

/** @param {unknown} node an attribute's or field's name @returns {string} */
function nameOf(node) {
  if (!isNode(node)) return "";
  if (node.type === "JSXNamespacedName") return `${nameOf(node["namespace"])}:${nameOf(node["name"])}`;
  return String(node["name"] ?? node["value"] ?? "");
}

/**
 * The literal text that a node shows to a person.
 * @param {SyntaxNode} node
 */
function shownText(node) {
  if (node.type === "JSXElement" || node.type === "JSXFragment") {
    return Array.isArray(node["children"]) ? node["children"].map(literalText).join(" ") : "";
  }
  if (node.type === "JSXAttribute" && READ_ATTRIBUTES.has(nameOf(node["name"]))) return literalText(node["value"]);
  if (node.type === "Property" && MENU_FIELDS.has(nameOf(node["key"]))) return literalText(node["value"]);
  return "";
}

/**
 * @param {string} root the checkout, absolute
 * @returns {string[]} what is wrong, a sentence each
 */
export function checkInterfaceLiterals(root) {
  /** @type {string[]} */
  const problems = [];
  const files = [...sourceFiles(root, ["renderer"], /\.tsx$/), ...sourceFiles(root, ["electron/main"], /\.ts$/)];
  for (const file of files) {
    visitFile(root, file, (node, place) => {
      const text = shownText(node).replace(/\s+/g, " ").trim();
      if (WORD.test(text))
        problems.push(`${place} says “${text}” itself: put the words into core/i18n and ask for them by key.`);
    });
  }
  return problems;
}
