// `npm run package [-- --linux dir]`: builds and packages with electron-builder, then prints the path of what it made.
// With an official Electron the builder fetches the runtime of each target; with the fallback it packages that one.
import "./setup/node-version.mjs";
import { inProject } from "./setup/project.mjs";
import { runCommand, setUpForElectron } from "./setup/setup.mjs";

await runCommand(async () => {
  const prepared = await setUpForElectron();
  const [{ ensureBuilt }, { packageApp }] = await Promise.all([
    import("./build/build.mjs"),
    import("./package/package-app.mjs"),
  ]);
  await ensureBuilt(["app"]);
  const made = await packageApp(process.argv.slice(2), prepared);
  process.stdout.write(`${made.map((path) => inProject(path)).join("\n")}\n`);
  return 0;
});
