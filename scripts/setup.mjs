// `npm run setup`: everything that the other commands would set up by themselves, and Electron's download host is asked
// again even if it did not answer lately.
import "./setup/node-version.mjs";
import { runCommand, setUpForElectron } from "./setup/setup.mjs";

await runCommand(async () => {
  const { runtimeKind, runtimeFolder } = await setUpForElectron({ retryOfficial: true });
  process.stdout.write(`ready: the ${runtimeKind} Electron in ${runtimeFolder}\n`);
  return 0;
});
