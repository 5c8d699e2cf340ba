// `npm run cli -- …`: the command line, in plain Node: no Electron, no display.
import "./setup/node-version.mjs";
import { inProject } from "./setup/project.mjs";
import { runCommand, setUpForNode } from "./setup/setup.mjs";

await runCommand(async () => {
  await setUpForNode();
  const [{ ensureBuilt }, { passThrough }] = await Promise.all([
    import("./build/build.mjs"),
    import("./setup/pass-through.mjs"),
  ]);
  await ensureBuilt(["cli"]);
  return passThrough(process.execPath, [inProject("out", "cli", "cli.cjs"), ...process.argv.slice(2)]);
});
