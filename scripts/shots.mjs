// `npm run shots`: screenshots of every state into out/shots/, taken of the real app, then the list of them.
import "./setup/node-version.mjs";
import { readdirSync, rmSync } from "node:fs";
import { inProject } from "./setup/project.mjs";
import { runCommand, setUpForElectron } from "./setup/setup.mjs";

await runCommand(async () => {
  const prepared = await setUpForElectron();
  const [{ ensureBuilt }, { playwrightStage }] = await Promise.all([
    import("./build/build.mjs"),
    import("./stages/playwright.mjs"),
  ]);
  await ensureBuilt(["app"]);
  const folder = inProject("out", "shots");
  rmSync(folder, { recursive: true, force: true });
  const environment = { ...prepared.environment, SPINSCOPE_ELECTRON: prepared.executable };
  const { failed, output } = await playwrightStage("shots", environment).run();
  if (failed > 0) {
    process.stderr.write(output);
    return 1;
  }
  for (const name of readdirSync(folder).toSorted()) process.stdout.write(`out/shots/${name}\n`);
  return 0;
});
