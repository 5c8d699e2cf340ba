/**
 * What the app is started with: `--demo` runs the spinner once and ends; a file's path opens it.
 */
import { realpathSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";

export interface AppArguments {
  readonly demo: boolean;
  /** The first file that was named, absolute. */
  readonly file: string | undefined;
}

/** Switches of Electron's own whose value is the next word. */
const withValue: readonly (string | undefined)[] = ["-r", "--require"];

/**
 * The app's own arguments among all that its process got, the program first. `folder`: where it was started. `appPath`: a
 * checkout's folder, which is named to Electron and is no file to open.
 */
export function appArguments(argv: readonly string[], folder: string, appPath: string): AppArguments {
  const words = argv.filter(
    (word, index) => index > 0 && word !== "" && !word.startsWith("-") && !withValue.includes(argv[index - 1]),
  );
  const paths = words.map((word) => (isAbsolute(word) ? word : resolve(folder, word)));
  const own = withoutLinks(appPath);
  return { demo: argv.includes("--demo"), file: paths.find((path) => withoutLinks(path) !== own) };
}

/** The path with its links followed, where something is there. */
function withoutLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
