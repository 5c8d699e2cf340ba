/**
 * Not a bug of Spinscope's: a program that writes ten times as fast as the lesson's lets a person have it.
 */
import type { PlantedBug } from "../planted/planted-bug.ts";

export const spinsFast: PlantedBug = {
  name: "spins-a-thousand-times-a-second",
  module: "lessons/one-job-two-ways/programs/threads.ts",
  right: "    sleep(frame);\n",
  wrong: "    sleep(frame / 10);\n",
};
