// `npm start`: sets up, builds what is stale, opens the app. Without a display, the same app on a virtual one, which
// runs its demo and ends by itself.
import "./setup/node-version.mjs";
import { projectFolder } from "./setup/project.mjs";
import { runCommand, setUpForElectron } from "./setup/setup.mjs";

await runCommand(async () => {
  const prepared = await setUpForElectron();
  const [{ ensureBuilt }, { electronSwitches }, { passThrough }] = await Promise.all([
    import("./build/build.mjs"),
    import("./setup/electron-arguments.mjs"),
    import("./setup/pass-through.mjs"),
  ]);
  await ensureBuilt(["app"]);
  const demo = prepared.virtualDisplay ? ["--demo"] : [];
  const args = [...electronSwitches(prepared), projectFolder, ...demo, ...process.argv.slice(2)];
  return passThrough(prepared.executable, args, prepared.environment);
});
