/**
 * Why a file could not be saved, as the end of a sentence: what the system's error code means, and what helps. The code
 * itself stands at the end, for whoever looks it up.
 */

const meanings: Readonly<Record<string, string>> = {
  ENOSPC: "its disk is full: free some space",
  EDQUOT: "your share of its disk is used up: free some space",
  EROFS: "its disk can only be read: choose another folder",
  EACCES: "you may not write there: choose another folder",
  EPERM: "the system does not permit it: choose another folder",
  ENAMETOOLONG: "the name is too long: choose a shorter one",
  ENOTDIR: "a part of its path is no folder: choose another folder",
  ELOOP: "its symbolic links lead round in a circle: choose another name",
  EBUSY: "the system is using it: close what uses it, or choose another name",
  EMFILE: "too many files are open: close some programs",
  ENFILE: "too many files are open: close some programs",
  EIO: "its disk failed: choose another disk",
};

/** The reason in words, without a full stop. */
export function whyNotSaved(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const meaning = Object.hasOwn(meanings, code) ? meanings[code] : undefined;
  return meaning === undefined ? error.message : `${meaning} (${code})`;
}
