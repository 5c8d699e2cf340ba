// The bare names that lesson programs import, and the files they mean: programs read as a user would write them, so they
// know the library by its name. tsconfig.base.json says the same to the type checker.
import { inProject } from "../setup/project.mjs";

/** @type {Record<string, string>} specifier to absolute path */
export const programImports = {
  "spinscope/asyncio": inProject("core", "asyncio", "index.ts"),
  "spinscope/bridges": inProject("core", "bridges", "index.ts"),
  "spinscope/threading": inProject("core", "threading", "index.ts"),
  "spinscope/programs": inProject("core", "programs", "index.ts"),
};
