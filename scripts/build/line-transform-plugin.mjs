// Passes each lesson program through the line transform (core/programs/line-transform.ts) while it is bundled or
// tested, so that a mark stands before each of its statements. A program imported as text (`?raw`) is not touched: the
// listing shows what the author wrote.
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { build, parseSync } from "vite";
import { inProject } from "../setup/project.mjs";

const TRANSFORM = inProject("core", "programs", "line-transform.ts");

/** A lesson program's module id: lessons/LESSON/programs/NAME.ts, with no query. */
const PROGRAM = /\/lessons\/[^/]+\/programs\/[^?]+\.ts$/;

/** @typedef {(source: string, program: object, options: { file: string }) => string} TransformLines */

/**
 * The transform itself, bundled and loaded: Node 20 does not run TypeScript.
 * @returns {Promise<TransformLines>}
 */
async function loadTransform() {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    build: { write: false, minify: false, target: "node20.18", lib: { entry: TRANSFORM, formats: ["es"] } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (first === undefined || !("output" in first)) throw new Error(`${TRANSFORM} gave no bundle.`);
  const module = await import(`data:text/javascript,${encodeURIComponent(first.output[0].code)}`);
  return module.transformLines;
}

/**
 * The plugin. It must come before Vite strips the types: marks carry the line numbers of the file as written.
 * @returns {import("vite").Plugin}
 */
export function lineTransform() {
  /** @type {Promise<TransformLines> | undefined} */
  let loading;
  return {
    name: "spinscope:line-transform",
    enforce: "pre",
    buildStart() {
      loading = existsSync(TRANSFORM) ? loadTransform() : undefined;
      this.addWatchFile(TRANSFORM);
    },
    transform: {
      filter: { id: PROGRAM },
      async handler(source, id) {
        const transformLines = await loading;
        if (transformLines === undefined) return null;
        const { program, errors } = parseSync(id, source, { lang: "ts", sourceType: "module" });
        const [error] = errors;
        if (error) this.error(`${id} is not TypeScript: ${error.message}`);
        // Nothing moves to another line, so that the original's line numbers hold without a map.
        return { code: transformLines(source, program, { file: basename(id) }), map: null };
      },
    },
  };
}
