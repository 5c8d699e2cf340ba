/**
 * Marks tests on the real Electron that watch how soon something happens, or what a blocked process does meanwhile:
 * `npm test` gives them the machine to themselves, and may run two of the others at a time.
 */
export const alone = { tag: "@alone" } as const;
