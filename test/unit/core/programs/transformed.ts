/**
 * Transforms a program's source as the build does, and runs what comes out with marks of the test's own.
 */
import { parseSync, transformWithOxc } from "vite";
import { transformLines } from "../../../../core/programs/line-transform.ts";
import { $code, $define, $enter, $line, setLineSink } from "../../../../core/programs/mark.ts";
import { isNode } from "../../../../core/programs/syntax.ts";

/** The source with its marks. */
export function transformed(source: string, file = "sample.ts"): string {
  const { program, errors } = parseSync(file, source, { lang: "ts", sourceType: "module" });
  if (errors.length > 0 || !isNode(program)) throw new Error(`not TypeScript: ${errors[0]?.message ?? "no tree"}`);
  return transformLines(source, program, { file });
}

/** The lines of the statements that ran, in order, and what the module exports. */
export interface Ran {
  readonly lines: readonly string[];
  readonly exports: Readonly<Record<string, unknown>>;
}

/** Runs a program without imports of its own, and then `use` with its exports; every line that runs is noted. */
export async function runTransformed(
  source: string,
  use: (exports: Record<string, unknown>) => void = () => {},
): Promise<Ran> {
  const { code } = await transformWithOxc(transformed(source), "sample.ts", { sourcemap: false });
  const script = code
    .replace(/^import .*;$/m, "")
    .replace(/^export (default )?(?=\w)/gm, "")
    .replace(/^export .*$/gm, "");
  const lines: string[] = [];
  let exports: Record<string, unknown> = {};
  const $module = (_file: string, _codes: unknown, exported: Record<string, unknown>) => {
    exports = exported;
  };
  setLineSink((called, line) => void lines.push(`${called.name}:${line}`));
  try {
    const run = new Function("$code", "$define", "$enter", "$line", "$module", `"use strict";${script}`);
    run($code, $define, $enter, $line, $module);
    use(exports);
  } finally {
    setLineSink(null);
  }
  return { lines, exports };
}

/** A function among a program's exports. */
export function callable(exports: Readonly<Record<string, unknown>>, name: string): (...args: unknown[]) => unknown {
  const value = exports[name];
  if (typeof value !== "function") throw new Error(`${name} is no function of the program`);
  return (...args) => Reflect.apply(value, undefined, args);
}
