/**
 * The program modules that have been loaded, by file: what each exports, by name. A thread's body crosses to
 * another thread by its name, since a closure cannot; there it is found here again.
 */
import type { Code } from "./code.ts";
import { definitionOf } from "./mark.ts";

export interface ProgramModule {
  readonly file: string;
  /** Every function in it, in the order of the source. */
  readonly codes: readonly Code[];
  /** Its exports, by name. */
  readonly exports: Readonly<Record<string, unknown>>;
}

const modules = new Map<string, ProgramModule>();

/** Declares a module, at the end of its evaluation. Called by transformed programs only. */
export function $module(file: string, codes: readonly Code[], exports: Readonly<Record<string, unknown>>): void {
  modules.set(file, { file, codes, exports });
}

/** The module made from a file, if it has been loaded. */
export function programModule(file: string): ProgramModule | undefined {
  return modules.get(file);
}

/** Where a function can be found again by name: its file and its exported name; `undefined` for any other function. */
export function exportedName(definition: object): { readonly file: string; readonly name: string } | undefined {
  const code = definitionOf(definition);
  if (code === undefined) return undefined;
  const module = modules.get(code.file);
  for (const [name, value] of Object.entries(module?.exports ?? {})) {
    if (value === definition) return { file: code.file, name };
  }
  return undefined;
}
