/**
 * Invariant: no lane is its own ancestor. The header alone says so, whatever became of the events.
 */
import { parentCircles } from "../lane-ancestors.ts";
import type { CheckContext } from "./check-context.ts";
import type { Invariant } from "./invariant.ts";

/** Lanes of a circle that a sentence names. */
const namedAtMost = 5;

export class ParentsInvariant implements Invariant {
  constructor(context: CheckContext) {
    for (const circle of parentCircles(context.header.lanes)) {
      const names = circle.slice(0, namedAtMost).map((id) => context.laneName(id));
      const more = circle.length > names.length ? ` and so on, ${circle.length} lanes` : "";
      context.breach("parents", `line 1: a lane is its own ancestor: ${names.join(", whose parent is ")}${more}`);
    }
  }
}
