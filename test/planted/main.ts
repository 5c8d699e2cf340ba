import type { NoticedBug } from "../support/planted/planted-bug.ts";

export const bugs: readonly NoticedBug[] = [];
