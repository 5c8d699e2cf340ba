// The stage that plants bugs and asserts that a test notices each, counted by the command's own last line.
import { inProject } from "../setup/project.mjs";
import { runProgram } from "./programs.mjs";

/** @type {import("./stage.mjs").Stage} */
export const plantedStage = {
  name: "planted bugs",
  async run() {
    const { code, output, stdout } = await runProgram([inProject("scripts", "planted.mjs")]);
    const [, passed = "0", failed = "0"] =
      /^(\d+) passed, (\d+) failed$/m.exec(stdout.trim().split("\n").at(-1) ?? "") ?? [];
    const unseen = code !== 0 && Number(failed) === 0 ? 1 : 0;
    return { passed: Number(passed), failed: Number(failed) + unseen, output };
  },
};
