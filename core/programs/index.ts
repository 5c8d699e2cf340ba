/**
 * What programs may import as `spinscope/programs`. Names that begin with `$` are the line transform's: they
 * are put into programs by it, and never written by hand.
 */
export { print, write } from "./console.ts";
export { $code, $define, $enter, $line } from "./mark.ts";
export { $module } from "./program-modules.ts";
export { range } from "./range.ts";
export { repr, str } from "./repr.ts";
