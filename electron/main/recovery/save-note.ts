/**
 * A note of an export's draft, for as long as that is there: its file's name says whose it is, its text where the draft
 * is. It only helps to tidy up: what is wrong with it must not keep anybody from saving.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { SaveFiles } from "../../../core/formats/save/save-files.ts";
import type { ProcessIdentity } from "../../node/process-identity.ts";

const form = /^(\d+)-([0-9a-f]+)-\d+\.save$/;

/** The name of the note of a process's save of that number. */
export function saveNoteName({ pid, start }: ProcessIdentity, number: number): string {
  return `${pid}-${start}-${number}.save`;
}

/** Whose note that is; undefined for a name of another form. */
export function parseSaveNote(name: string): ProcessIdentity | undefined {
  const [, pid, start] = form.exec(name) ?? [];
  return start === undefined ? undefined : { pid: Number(pid), start };
}

/** The same files, with a note of the draft at `note` (absolute) for as long as there is one. */
export function notedSaveFiles(files: SaveFiles, note: string): SaveFiles {
  const write = (draft: string): void => {
    mkdirSync(dirname(note), { recursive: true });
    writeFileSync(note, draft);
  };
  const remove = (): void => rmSync(note, { force: true });
  return {
    ...files,
    create: (path) => {
      quietly(() => write(path));
      try {
        return files.create(path);
      } catch (error) {
        quietly(remove);
        throw error;
      }
    },
    rename: (from, to) => {
      files.rename(from, to);
      quietly(remove);
    },
    remove: (path) => {
      files.remove(path);
      quietly(remove);
    },
  };
}

function quietly(action: () => void): void {
  try {
    action();
  } catch {}
}
