// Unpacks chosen entries of a zip file. The set-up cannot count on an `unzip` being installed.
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import yauzl from "yauzl";

/** @returns {Promise<import("yauzl").ZipFile>} */
function openZip(/** @type {string} */ zipPath) {
  return new Promise((resolve, reject) => {
    yauzl.open(zipPath, { lazyEntries: true, autoClose: true }, (error, zip) => (zip ? resolve(zip) : reject(error)));
  });
}

/**
 * @param {import("yauzl").ZipFile} zip
 * @param {import("yauzl").Entry} entry
 * @param {string} target absolute path of the file to write
 */
async function unpackEntry(zip, entry, target) {
  await mkdir(dirname(target), { recursive: true });
  /** @type {import("node:stream").Readable} */
  const content = await new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (stream ? resolve(stream) : reject(error)));
  });
  const mode = (entry.externalFileAttributes >>> 16) & 0o777;
  await pipeline(content, createWriteStream(target, { mode: mode || 0o644 }));
}

/**
 * Unpacks the entries that `place` names a target for, one after another; yauzl refuses names that leave the folder.
 * @param {string} zipPath absolute
 * @param {string} folder absolute; made when absent
 * @param {(name: string) => string | undefined} place an entry's name to its path inside `folder`; undefined skips it
 * @returns {Promise<number>} how many files were written
 */
export async function unpackZip(zipPath, folder, place) {
  const zip = await openZip(zipPath);
  let written = 0;
  return new Promise((resolve, reject) => {
    zip.on("error", reject);
    zip.on("end", () => resolve(written));
    zip.on("entry", (entry) => {
      const target = entry.fileName.endsWith("/") ? undefined : place(entry.fileName);
      if (target === undefined) return zip.readEntry();
      unpackEntry(zip, entry, join(folder, target)).then(() => {
        written += 1;
        zip.readEntry();
      }, reject);
    });
    zip.readEntry();
  });
}
