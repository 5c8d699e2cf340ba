// The colours of the listings, worked out while the page is built: each line of each lesson's programs, TypeScript and
// Python, as runs of `[length, class]`. The page sets the classes itself and never sees HTML that a tool has made.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createCssVariablesTheme, createHighlighter } from "shiki";
import { inProject } from "../setup/project.mjs";

const LESSONS = inProject("lessons");

/** A theme whose "colours" are only the kinds of its tokens. */
const theme = createCssVariablesTheme({ name: "kinds", variablePrefix: "", fontStyle: false });

/** The lessons' programs, as paths. */
function programs() {
  return readdirSync(LESSONS, { recursive: true, encoding: "utf8" })
    .filter((path) => /[\\/]programs[\\/][^\\/]+\.(ts|py)$/.test(path))
    .map((path) => join(LESSONS, path));
}

/**
 * A token's class; none for plain text.
 * @param {string | undefined} colour as the theme gives it: `var(token-keyword)`
 */
function kindOf(colour) {
  return /^var\(token-([a-z]+)/.exec(colour ?? "")?.[1] ?? "";
}

/** Every program's lines by its whole text: a lesson may show another one's program. */
async function allTokens() {
  const highlighter = await createHighlighter({ langs: ["typescript", "python"], themes: [theme] });
  const entries = programs().map((path) => {
    const source = readFileSync(path, "utf8");
    const lang = path.endsWith(".py") ? "python" : "typescript";
    // Without a limit of time: on a busy machine, lines would lose their colours.
    const { tokens } = highlighter.codeToTokens(source, { lang, theme: "kinds", tokenizeTimeLimit: 0 });
    const lines = tokens.map((line) => line.map(({ content, color }) => [content.length, kindOf(color)]));
    return [source, lines];
  });
  highlighter.dispose();
  return Object.fromEntries(entries);
}

/** @returns {import("vite").Plugin} */
export function listingTokens() {
  return {
    name: "spinscope:listing-tokens",
    load: {
      // The page's own table is empty: this one takes its place.
      filter: { id: /\/renderer\/stage\/listing-tokens\.ts$/ },
      async handler() {
        for (const path of programs()) this.addWatchFile(path);
        return `export const listingTokens = ${JSON.stringify(await allTokens())};`;
      },
    },
  };
}
