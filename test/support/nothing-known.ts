/**
 * For a test that reads a journal of which only the bytes are at hand: then what can be read is all that is asked for.
 */
import type { Committed } from "../../core/journal/committed.ts";

export const nothingKnown: Committed = { events: 0, producers: [] };
