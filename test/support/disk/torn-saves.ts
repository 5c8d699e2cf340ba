/**
 * What may be wrong with a way of saving, found by saving on a disk in memory: with every call failing in turn, and with
 * the power lost after every call. Sentences; none for a way that is right.
 */
import type { SaveFiles } from "../../../core/formats/save/save-files.ts";
import { MemoryDisk } from "./memory-disk.ts";

export type Save = (files: SaveFiles, path: string, pieces: Iterable<Uint8Array>) => void;

export interface SaveCase {
  /** What was there before; undefined for nothing. */
  readonly old: Uint8Array | undefined;
  readonly pieces: readonly Uint8Array[];
  /** Bytes that each write takes at most, in turn. */
  readonly takes: readonly number[];
}

const path = "folder/target";

/** Makes one save for every call that can fail, and one in which none does. */
export function tornSaves(save: Save, { old, pieces, takes }: SaveCase): readonly string[] {
  const wrong: string[] = [];
  const whole = Buffer.concat(pieces);
  const files = old === undefined ? {} : { [path]: old };
  const isSame = (bytes: Uint8Array | undefined, other: Uint8Array | undefined): boolean =>
    bytes === undefined || other === undefined ? bytes === other : Buffer.compare(bytes, other) === 0;
  const calls = run(new MemoryDisk({ takes }, files), "no call fails");
  for (let failing = 1; failing <= calls; failing++)
    run(new MemoryDisk({ takes, failing }, files), `call ${failing} fails`);
  return wrong;

  function run(disk: MemoryDisk, when: string): number {
    disk.onCall = () => {
      const after = `${when}, after call ${disk.calls.length} (${disk.calls.at(-1)})`;
      const seen = disk.read(path);
      if (!isSame(seen, old) && !isSame(seen, whole))
        wrong.push(`${after}: the file is neither the old one nor the new one`);
      for (const left of disk.afterPowerLoss(path)) {
        if (!isSame(left, old) && !isSame(left, whole)) wrong.push(`${after}: a loss of power could leave half a file`);
      }
    };
    const failed = isFailing(() => save(disk, path, pieces));
    const renamed = isSame(disk.read(path), whole);
    if (failed !== (when !== "no call fails"))
      wrong.push(`${when}: the save ${failed ? "failed" : "says it succeeded"}`);
    if (!failed && !renamed) wrong.push(`${when}: the file is not the new one`);
    if (!failed && disk.afterPowerLoss(path).some((left) => !isSame(left, whole)))
      wrong.push(`${when}: it is not sure`);
    if (disk.paths.some((each) => each !== path)) wrong.push(`${when}: ${disk.paths.join(", ")} are left`);
    if (disk.open > 0) wrong.push(`${when}: a file is left open`);
    return disk.calls.length;
  }
}

function isFailing(action: () => void): boolean {
  try {
    action();
    return false;
  } catch {
    return true;
  }
}
