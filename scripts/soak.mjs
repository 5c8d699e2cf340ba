// `npm run soak [-- --minutes N] [--only property|fault|soak]`: the long forms of tests that have one, with many more seeds,
// and the app at work for half an hour. Hours in all; `npm test` has the fast forms.
import "./setup/node-version.mjs";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { SetupError } from "./setup/progress.mjs";
import { inProject } from "./setup/project.mjs";
import { runCommand, setUpForElectron } from "./setup/setup.mjs";

const MINUTE = 60_000;
/** How long the long forms of a stage may take, in ms. */
const LIMIT = 180 * MINUTE;
const TABLE = inProject("out", "reports", "soak.txt");

function readArguments() {
  const { values } = parseArgs({ options: { minutes: { type: "string", default: "30" }, only: { type: "string" } } });
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new SetupError("--minutes takes a number above 0.");
  return { minutes, only: values.only };
}

/**
 * The stage, with the table that the soak leaves.
 * @param {import("./stages/stage.mjs").Stage} stage
 * @returns {import("./stages/stage.mjs").Stage}
 */
const withTable = (stage) => ({
  name: stage.name,
  async run() {
    rmSync(TABLE, { force: true });
    const outcome = await stage.run();
    if (existsSync(TABLE)) process.stdout.write(readFileSync(TABLE, "utf8"));
    return outcome;
  },
});

await runCommand(async () => {
  const { minutes, only } = readArguments();
  const prepared = await setUpForElectron();
  const [{ ensureBuilt }, { playwrightStage }, { runStages }, { vitestStage }] = await Promise.all([
    import("./build/build.mjs"),
    import("./stages/playwright.mjs"),
    import("./stages/stage.mjs"),
    import("./stages/vitest.mjs"),
  ]);
  await ensureBuilt(["app", "cli"]);
  const environment = {
    ...prepared.environment,
    SPINSCOPE_ELECTRON: prepared.executable,
    SPINSCOPE_SOAK: "1",
    SPINSCOPE_SOAK_MINUTES: String(minutes),
  };
  const stages = [
    vitestStage("property", ["test/property/", `--testTimeout=${LIMIT}`], environment, LIMIT),
    playwrightStage("fault", environment, { args: ["--grep-invert=@soak"], limit: LIMIT }),
    withTable(
      playwrightStage("soak", environment, {
        projects: ["fault"],
        args: ["--grep=@soak"],
        limit: LIMIT + minutes * MINUTE,
      }),
    ),
  ];
  const chosen = stages.filter(({ name }) => only === undefined || name === only);
  if (chosen.length === 0) throw new SetupError(`--only takes one of ${stages.map(({ name }) => name).join(", ")}.`);
  return runStages(chosen);
});
