// `npm test`: everything, on the real Electron where it takes one. Stages go from the quick to the slow, and all are run
// whatever fails, so that one run tells all.
import "./setup/node-version.mjs";
import { runCommand, setUpForElectron } from "./setup/setup.mjs";

await runCommand(async () => {
  const prepared = await setUpForElectron();
  const [{ ensureBuilt }, { conformanceStage }, { plainChecks }, { playwrightStage }, { runStages }, { vitestStage }] =
    await Promise.all([
      import("./build/build.mjs"),
      import("./stages/conformance.mjs"),
      import("./stages/plain-checks.mjs"),
      import("./stages/playwright.mjs"),
      import("./stages/stage.mjs"),
      import("./stages/vitest.mjs"),
    ]);
  await ensureBuilt(["app", "cli", "conformance"]);
  const environment = { ...prepared.environment, SPINSCOPE_ELECTRON: prepared.executable };
  const company = { args: ["--grep-invert=@alone"] };
  const e2e = playwrightStage("e2e", environment, company);
  /** Side by side each needs a display of its own, for there is one keyboard focus and one clipboard on each. */
  const onElectron = async () => {
    if (!prepared.virtualDisplay) return [e2e, playwrightStage("fault", environment, company)];
    const { startVirtualDisplay } = await import("./setup/display.mjs");
    const ownDisplay = { ...environment, ...(await startVirtualDisplay()).environment };
    return [[e2e, playwrightStage("fault", ownDisplay, company)]];
  };
  return runStages([
    plainChecks,
    vitestStage("unit", ["test/unit/", "test/house/", "test/conformance/"]),
    vitestStage("property", ["test/property/"]),
    [
      conformanceStage,
      // What electron-builder lays out differs by system; the tests know Linux. It waits for the apps that it starts, while
      // conformance computes, and minds no company.
      ...(process.platform === "linux" ? [vitestStage("package", ["test/package/"], environment)] : []),
    ],
    vitestStage("commands", ["test/commands/"], environment),
    ...(await onElectron()),
    playwrightStage("alone", environment, { projects: ["e2e", "fault"], args: ["--grep=@alone"] }),
  ]);
});
