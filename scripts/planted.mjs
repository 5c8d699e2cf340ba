// `npm run planted [-- NAME…]`: plants the bugs of test/planted, one at a time, and runs the test that must notice each.
// Ends with `N passed, N failed`: passed is a bug whose test failed, for a test that can't fail proves nothing.
import "./setup/node-version.mjs";
import { SetupError } from "./setup/progress.mjs";
import { runCommand, setUpForNode } from "./setup/setup.mjs";

await runCommand(async () => {
  const names = process.argv.slice(2);
  await setUpForNode();
  const { openNotice } = await import("./planted/notice.mjs");
  const { bugs, noticed, close } = await openNotice();
  const unknown = names.find((name) => !bugs.some((bug) => bug.name === name));
  if (unknown !== undefined) throw new SetupError(`test/planted has no bug "${unknown}".`);
  const chosen = bugs.filter(({ name }) => names.length === 0 || names.includes(name));
  let failed = 0;
  for (const bug of chosen) {
    const began = performance.now();
    const problem = await noticed(bug);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    if (problem !== undefined) failed += 1;
    console.log(
      `${problem === undefined ? "ok    " : "FAILED"} ${bug.name} (${seconds} s)${problem === undefined ? "" : `: ${problem}`}`,
    );
  }
  await close();
  console.log(`${chosen.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
});
