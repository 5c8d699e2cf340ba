// `npm run bench -- loop|threads|trace|timeline|input|export|startup [--events N] [--json]`: one benchmark with its peers. Some
// measure in the page, so Electron is set up for all; the built app and the runtime are theirs to launch, by the
// environment.
import "./setup/node-version.mjs";
import { inProject } from "./setup/project.mjs";
import { runCommand, setUpForElectron } from "./setup/setup.mjs";

await runCommand(async () => {
  const prepared = await setUpForElectron();
  const [{ ensureBuilt }, { electronSwitches }, { passThrough }] = await Promise.all([
    import("./build/build.mjs"),
    import("./setup/electron-arguments.mjs"),
    import("./setup/pass-through.mjs"),
  ]);
  await ensureBuilt(["app", "cli", "bench"]);
  const environment = {
    ...prepared.environment,
    SPINSCOPE_ELECTRON: prepared.executable,
    SPINSCOPE_ELECTRON_SWITCHES: JSON.stringify(electronSwitches(prepared)),
  };
  return passThrough(
    process.execPath,
    // The room for young objects that the command line gives its event loop (cli/run/lesson-run.ts).
    ["--expose-gc", "--max-semi-space-size=64", inProject("out", "bench", "bench.cjs"), ...process.argv.slice(2)],
    environment,
  );
});
