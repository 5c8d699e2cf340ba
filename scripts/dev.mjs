// `npm run dev`: the app in a window, rebuilt while its sources change. A change of the page reloads the page; a change of
// anything else starts the app again. Ends with the app.
import "./setup/node-version.mjs";
import { spawn } from "node:child_process";
import { inProject, projectFolder } from "./setup/project.mjs";
import { runCommand, setUpForElectron } from "./setup/setup.mjs";

/** How long to wait for further rebuilt targets before starting the app again, in ms. */
const SETTLE_MS = 150;

await runCommand(async () => {
  const prepared = await setUpForElectron();
  const [{ removeStamp }, { electronSwitches }, { watchApp }, { say }] = await Promise.all([
    import("./build/stamp.mjs"),
    import("./setup/electron-arguments.mjs"),
    import("./dev/watch-targets.mjs"),
    import("./setup/progress.mjs"),
  ]);
  // What is built here has source maps inside: a later `npm start` builds its own.
  removeStamp("app");
  const hook = inProject("scripts", "dev", "reload-on-message.cjs");
  const args = [...electronSwitches(prepared), "-r", hook, projectFolder, ...process.argv.slice(2)];
  /** @type {import("node:child_process").ChildProcess | undefined} */
  let app;
  process.on("exit", () => app?.kill());

  return new Promise((resolve) => {
    const start = () => {
      const child = spawn(prepared.executable, args, {
        stdio: ["inherit", "inherit", "inherit", "ipc"],
        env: prepared.environment,
      });
      app = child;
      child.on("exit", (code) => {
        if (app === child) resolve(code ?? 1);
      });
    };
    /** @type {NodeJS.Timeout | undefined} */
    let restart;
    watchApp((name) => {
      say(`rebuilt ${name}`);
      if (name === "renderer") {
        app?.send("reload");
        return;
      }
      clearTimeout(restart);
      restart = setTimeout(() => {
        const old = app;
        app = undefined;
        if (!old) return start();
        old.once("exit", start);
        old.kill();
      }, SETTLE_MS);
    }).then(start, (error) => {
      say(String(error));
      resolve(1);
    });
  });
});
