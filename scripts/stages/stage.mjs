// What a stage of the checks is, and how one is run and told. A stage counts tests; one that counts none has failed,
// because a test that silently stops being run is how houses rot.
import { availableParallelism } from "node:os";

/**
 * @typedef {{ passed: number, failed: number, output: string }} Outcome `output`: what to show when something failed
 * @typedef {{ name: string, run: () => Promise<Outcome> }} Stage
 */

/**
 * The outcome of one plain check: each problem that it found is shown.
 * @param {readonly string[]} problems
 * @returns {Outcome}
 */
export function outcomeOfCheck(problems) {
  return { passed: problems.length === 0 ? 1 : 0, failed: problems.length === 0 ? 0 : 1, output: problems.join("\n") };
}

/**
 * Runs a stage; whatever it throws is its failure.
 * @param {Stage} stage
 * @returns {Promise<Outcome>}
 */
async function outcomeOf(stage) {
  try {
    const outcome = await stage.run();
    if (outcome.passed + outcome.failed > 0) return outcome;
    return { passed: 0, failed: 1, output: `${outcome.output}\nThe stage “${stage.name}” ran no test at all.` };
  } catch (error) {
    return { passed: 0, failed: 1, output: error instanceof Error ? String(error.stack) : String(error) };
  }
}

/**
 * Says on standard output what came of a stage, a failure in full.
 * @param {string} name
 * @param {Outcome} outcome
 * @param {number} ms
 */
function tell(name, { passed, failed, output }, ms) {
  if (failed > 0) process.stdout.write(`${output.trimEnd()}\n`);
  const sign = (failed > 0 ? "FAILED" : "ok").padEnd(6);
  process.stdout.write(`${sign} ${name}: ${passed} passed, ${failed} failed (${(ms / 1000).toFixed(1)} s)\n`);
}

/**
 * Runs stages side by side, as many at once as the machine has cores, and tells each as soon as those before it are told.
 * @param {readonly Stage[]} stages
 */
async function runSideBySide(stages) {
  /** @type {Outcome[]} */
  const outcomes = [];
  /** @type {(() => void)[]} what there is to tell, by the stage's place */
  const untold = [];
  let told = 0;
  const queue = stages.entries();
  const core = async () => {
    for (const [place, stage] of queue) {
      const began = performance.now();
      const outcome = await outcomeOf(stage);
      const ms = performance.now() - began;
      outcomes.push(outcome);
      untold[place] = () => tell(stage.name, outcome, ms);
      for (let next = untold[told]; next !== undefined; next = untold[++told]) next();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, core));
  return outcomes;
}

/**
 * Runs stages one after another, those of a list side by side, and ends with the line that scripts read:
 * `N passed, N failed`.
 * @param {readonly (Stage | readonly Stage[])[]} stages
 * @returns {Promise<number>} the exit code: 1 on any failure
 */
export async function runStages(stages) {
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const one of stages) outcomes.push(...(await runSideBySide("run" in one ? [one] : one)));
  const sum = (/** @type {"passed" | "failed"} */ what) => outcomes.reduce((total, each) => total + each[what], 0);
  process.stdout.write(`\n${sum("passed")} passed, ${sum("failed")} failed\n`);
  return sum("failed") > 0 ? 1 : 0;
}
