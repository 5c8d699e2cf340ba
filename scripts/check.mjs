// `npm run check`: what needs no Electron, in about a minute and a half on two cores. Run it before every commit.
import "./setup/node-version.mjs";
import { runCommand, setUpForNode } from "./setup/setup.mjs";

await runCommand(async () => {
  await setUpForNode();
  const [{ plainChecks }, { runStages }, { vitestStage }] = await Promise.all([
    import("./stages/plain-checks.mjs"),
    import("./stages/stage.mjs"),
    import("./stages/vitest.mjs"),
  ]);
  return runStages([plainChecks, vitestStage("unit", ["test/unit/", "test/house/"])]);
});
