// `npm run conformance -- [DIR]`: our runtimes against what CPython did.
import "./setup/node-version.mjs";
import { inProject } from "./setup/project.mjs";
import { runCommand, setUpForNode } from "./setup/setup.mjs";

await runCommand(async () => {
  await setUpForNode();
  const [{ ensureBuilt }, { passThrough }] = await Promise.all([
    import("./build/build.mjs"),
    import("./setup/pass-through.mjs"),
  ]);
  await ensureBuilt(["conformance"]);
  return passThrough(process.execPath, [inProject("out", "conformance", "run.cjs"), ...process.argv.slice(2)]);
});
