// What a stage of the checks is, and how one is run and told. A stage counts tests; one that counts none has failed,
// because a test that silently stops being run is how houses rot.

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
 * The outcomes of several runs as one.
 * @param {readonly Outcome[]} outcomes
 * @returns {Outcome}
 */
export function joinOutcomes(outcomes) {
  return {
    passed: outcomes.reduce((sum, outcome) => sum + outcome.passed, 0),
    failed: outcomes.reduce((sum, outcome) => sum + outcome.failed, 0),
    output: outcomes
      .map((outcome) => outcome.output)
      .filter((output) => output !== "")
      .join("\n"),
  };
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
 * Runs stages one after another, tells each on standard output, failures in full, and ends with the line that scripts
 * read: `N passed, N failed`.
 * @param {readonly Stage[]} stages
 * @returns {Promise<number>} the exit code: 1 on any failure
 */
export async function runStages(stages) {
  const total = { passed: 0, failed: 0 };
  for (const stage of stages) {
    const began = performance.now();
    const outcome = await outcomeOf(stage);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    if (outcome.failed > 0) process.stdout.write(`${outcome.output.trimEnd()}\n`);
    const sign = outcome.failed > 0 ? "FAILED" : "ok";
    process.stdout.write(
      `${sign.padEnd(6)} ${stage.name}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)\n`,
    );
  }
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  return total.failed > 0 ? 1 : 0;
}
