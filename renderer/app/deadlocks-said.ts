/** What is said of threads that wait for each other in a circle, while they do. */
import type { Stage } from "../../core/contract/worker-protocol.ts";
import { circleWords } from "../../core/timeline/circle-words.ts";
import { language, text } from "./language.ts";

/** A sentence for each deadlock that is on; none of one that is over, or is only looked back at. */
export function deadlocksSaid(stage: Stage | undefined): readonly string[] {
  if (stage?.live !== true) return [];
  return stage.modes.flatMap(({ deadlock }) => {
    return deadlock === undefined ? [] : text("deadlock.said", { circle: circleWords(language.value, deadlock) });
  });
}
