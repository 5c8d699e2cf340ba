/**
 * What the app is started with: `--demo` runs the spinner once and ends; a file's path opens it.
 */
import { realpathSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";

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
  const words = argv.slice(1);
  const end = words.indexOf("--");
  const switches = end < 0 ? words : words.slice(0, end);
  const named = switches.filter(
    (word, index) => word !== "" && !word.startsWith("-") && !withValue.includes(switches[index - 1]),
  );
  // After a lone "--" all are files, whatever they begin with.
  const paths = [...named, ...(end < 0 ? [] : words.slice(end + 1))].map((word) => pathOf(word, folder));
  const own = withoutLinks(appPath);
  return { demo: switches.includes("--demo"), file: paths.find((path) => withoutLinks(path) !== own) };
}

/** The absolute path that `word` means: a path, or the address of a file as desktops write it (`%U`), its signs encoded. */
export function pathOf(word: string, folder: string): string {
  if (/^file:/i.test(word)) {
    try {
      return fileURLToPath(word);
    } catch {
      // The address of another machine's file, or none: it is a name like any other, and will not be found.
    }
  }
  return isAbsolute(word) ? word : resolve(folder, word);
}

/** The path with its links followed, where something is there. */
function withoutLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
