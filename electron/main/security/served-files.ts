/**
 * The exact list of what the app's protocol answers: the files that the build made, read once at start. A path is
 * looked up, never joined, so no path can climb out of the folder (Electron's checklist item 18: no file://).
 */
import { readdirSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";

export interface ServedFile {
  /** Absolute. */
  readonly file: string;
  readonly contentType: string;
}

/** Endings that the build may make. A file with another ending is not served. */
const contentTypes: ReadonlyMap<string, string> = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".json", "application/json; charset=utf-8"],
  [".svg", "image/svg+xml"],
  [".png", "image/png"],
  [".woff2", "font/woff2"],
]);

/** The files below `folder` by the path of their address; `/` is `index.html`. @throws when it cannot be read */
export function listServedFiles(folder: string): ReadonlyMap<string, ServedFile> {
  const served = new Map<string, ServedFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const contentType = contentTypes.get(extname(entry.name));
    if (!entry.isFile() || contentType === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    served.set(`/${relative(folder, file).split(sep).join("/")}`, { file, contentType });
  }
  const index = served.get("/index.html");
  if (index !== undefined) served.set("/", index);
  return served;
}
