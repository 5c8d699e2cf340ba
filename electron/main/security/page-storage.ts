/**
 * What a page can store. Chromium puts no bound to it in Electron, where every origin's storage is unlimited: a page that
 * was taken over could fill the disk. IndexedDB, the Cache API, the private file system and storage buckets all begin
 * with a database in the folder `WebStorage`; a file of that name stands in its place, so that the browser process
 * refuses each. What is left are localStorage, which keeps the theme, and sessionStorage: 10 MB each.
 */
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const place = "WebStorage";

/** Where an earlier version's page, or one that was taken over in it, may have stored something. */
const former = [place, "IndexedDB", "File System", "Service Worker", "databases"] as const;

const explanation = `Spinscope keeps this file here so that no page of it can store anything without a bound: Chromium would
have the database of all storages in a folder of this name.
`;

/** Refuses storage without a bound. `folder`: where Chromium keeps the session's data. To be called before the app is ready. */
export function refuseStorage(folder: string): void {
  const file = join(folder, place);
  if (statSync(file, { throwIfNoEntry: false })?.isFile()) return;
  for (const name of former) rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, explanation);
}
