// What `electron path/to/app` runs first in the fallback runtime, which lacks Electron's own default app. It does what
// that one does: loads each `-r FILE`, then takes the first argument without a dash for the app and becomes it. It is a
// module that awaits the app's own: Electron is not ready before that has run, so what must come before can.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { app } from "electron";

const require = createRequire(import.meta.url);

/** @param {readonly string[]} args what follows the executable */
function readArguments(args) {
  const required = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? "";
    if (argument === "-r" || argument === "--require") {
      index += 1;
      required.push(args[index] ?? "");
    } else if (!argument.startsWith("-")) {
      return { required, appPath: path.resolve(argument) };
    }
  }
  return { required, appPath: undefined };
}

/**
 * Calls what Electron's own default app calls, too, though Electron's types do not tell of it.
 * @param {"setVersion" | "setAppPath"} method
 * @param {string} value
 */
function tell(method, value) {
  const set = Reflect.get(app, method);
  if (typeof set === "function") set.call(app, value);
}

/** @param {string} appPath a folder with a package.json, or a file to run */
function become(appPath) {
  if (!fs.statSync(appPath).isDirectory()) return appPath;
  const manifest = JSON.parse(fs.readFileSync(path.join(appPath, "package.json"), "utf8"));
  const name = manifest.productName ?? manifest.name;
  if (name) {
    app.setName(name);
    if (!app.commandLine.hasSwitch("user-data-dir")) {
      app.setPath("userData", path.join(app.getPath("appData"), name));
    }
  }
  tell("setVersion", manifest.version ?? "0.0.0");
  tell("setAppPath", appPath);
  return path.resolve(appPath, manifest.main ?? "index.js");
}

Object.defineProperty(process, "defaultApp", { value: true, enumerable: true });
const { required, appPath } = readArguments(process.argv.slice(1));
for (const file of required) require(path.resolve(file));
if (appPath === undefined) {
  process.stderr.write("Name an app to run: electron path/to/app\n");
  app.exit(2);
} else {
  try {
    await import(pathToFileURL(become(appPath)).href);
  } catch (error) {
    process.stderr.write(
      `The app at ${appPath} could not be loaded: ${error instanceof Error ? error.stack : error}\n`,
    );
    app.exit(1);
  }
}
