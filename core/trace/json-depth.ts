/**
 * How deeply JSON may be nested, the same wherever it comes in: structured clone, `JSON.stringify` and every checker
 * recurse, and fail somewhere past a few thousand levels.
 */

/** Levels at most, of a line of a file and of what a message carries. */
export const deepestJson = 64;

/** Levels of a value that a program returned: below that, since a line and a message nest it. */
export const deepestValue = deepestJson - 4;
