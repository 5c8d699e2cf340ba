/**
 * A picture as a test reads it: a recording that the test writes event by event, laid out with letters 6 px wide.
 */
import { DisplayList, type Item } from "../../../core/timeline/display-list.ts";
import { layout } from "../../../core/timeline/layout.ts";
import type { Recording } from "../../../core/timeline/recording.ts";
import type { Scene } from "../../../core/timeline/scene.ts";
import { producerId } from "../../../core/trace/ids.ts";
import { Recorder } from "../../../core/trace/recorder.ts";
import { TaskWriter } from "../../../core/trace/task-writer.ts";
import { recordingOf, type SceneOptions, sceneFrom } from "./scene-of.ts";

export interface Drawn {
  readonly scene: Scene;
  readonly items: readonly Item[];
  /** Items of the lane of that name. */
  readonly of: (name: string) => readonly Item[];
  /** The words of the lane of that name, where they begin, and their colour. */
  readonly wordsOf: (name: string) => readonly Item[];
}

/** The recording that `write` writes; live, and known until `at` (µs), when that is given. */
export function writtenRecording(write: (writer: TaskWriter) => void, at?: number): Recording {
  const recorder = new Recorder({ producer: producerId(1) });
  write(new TaskWriter(producerId(1), recorder));
  return recordingOf(
    recorder.flush().map((batch) => ({ at: 0, batch })),
    at,
  );
}

/** The picture of a recording. */
export function drawn(recording: Recording, options: Partial<SceneOptions> = {}): Drawn {
  const scene = sceneFrom(recording, { width: 1_000, height: 480, ...options });
  const list = new DisplayList();
  layout(scene, list);
  const items = [...list.items()];
  const named = new Map([...scene.table.lanes.values()].map(({ id, name }) => [name, id]));
  const of = (name: string) => items.filter((item) => item.lane === (named.get(name) ?? Number.NaN));
  return { scene, items, of, wordsOf: (name) => of(name).filter((item) => item.shape === "text" && item.row >= 0) };
}

/** What texts say, with plain spaces. */
export function textsOf(items: readonly Item[]): readonly string[] {
  return items.filter((item) => item.shape === "text").map((item) => item.text.replaceAll(/\s/g, " "));
}
