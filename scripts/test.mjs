// `npm test`: everything, on the real Electron where it takes one. Stages go from the quick to the slow, and all are run
// whatever fails, so that one run tells all.
import "./setup/node-version.mjs";
import { runCommand, setUpForElectron } from "./setup/setup.mjs";

/** How many apps are driven at once where each can have a display of its own. */
const APPS_AT_ONCE = 2;

/**
 * As many virtual displays as apps are driven at once: on each there is one keyboard focus, and one clipboard.
 * @param {string} first the one that there is already
 */
async function virtualDisplays(first) {
  const { startVirtualDisplay } = await import("./setup/display.mjs");
  const others = await Promise.all(Array.from({ length: APPS_AT_ONCE - 1 }, () => startVirtualDisplay()));
  return [first, ...others.map(({ environment }) => environment["DISPLAY"])];
}

await runCommand(async () => {
  const prepared = await setUpForElectron();
  const [
    { ensureBuilt },
    { conformanceStage },
    { plainChecks },
    { plantedStage },
    { playwrightStage },
    { runStages },
    { vitestStage },
  ] = await Promise.all([
    import("./build/build.mjs"),
    import("./stages/conformance.mjs"),
    import("./stages/plain-checks.mjs"),
    import("./stages/planted.mjs"),
    import("./stages/playwright.mjs"),
    import("./stages/stage.mjs"),
    import("./stages/vitest.mjs"),
  ]);
  await ensureBuilt(["app", "cli", "conformance"]);
  const environment = { ...prepared.environment, SPINSCOPE_ELECTRON: prepared.executable };
  const displays = prepared.virtualDisplay ? await virtualDisplays(prepared.environment["DISPLAY"] ?? "") : [];
  const projects = ["e2e", "fault"];
  return runStages([
    plainChecks,
    vitestStage("unit", ["test/unit/", "test/house/", "test/conformance/"]),
    vitestStage("property", ["test/property/"]),
    [
      plantedStage,
      conformanceStage,
      // What electron-builder lays out differs by system; the tests know Linux. It waits for the apps that it starts, while
      // conformance computes, and minds no company.
      ...(process.platform === "linux" ? [vitestStage("package", ["test/package/"], environment)] : []),
    ],
    vitestStage("commands", ["test/commands/"], environment),
    playwrightStage(
      "electron",
      { ...environment, SPINSCOPE_DISPLAYS: displays.join(" ") },
      { projects, args: ["--grep-invert=@alone", `--workers=${Math.max(1, displays.length)}`] },
    ),
    playwrightStage("alone", environment, { projects, args: ["--grep=@alone"] }),
  ]);
});
