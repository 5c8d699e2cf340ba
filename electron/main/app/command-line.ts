/**
 * What the app is started with: `--demo` runs the spinner once and ends; a file's path opens it.
 */
import { isAbsolute, resolve } from "node:path";

export interface AppArguments {
  readonly demo: boolean;
  /** The first file that was named, absolute. */
  readonly file: string | undefined;
}

/**
 * The app's own arguments among all that its process got, the program first. `folder`: where it was started. `appPath`: a
 * checkout's folder, which is named to Electron and is no file to open.
 */
export function appArguments(argv: readonly string[], folder: string, appPath: string): AppArguments {
  const words = argv.slice(1).filter((word) => word !== "" && !word.startsWith("-"));
  const paths = words.map((word) => (isAbsolute(word) ? word : resolve(folder, word)));
  return { demo: argv.includes("--demo"), file: paths.find((path) => path !== resolve(appPath)) };
}
