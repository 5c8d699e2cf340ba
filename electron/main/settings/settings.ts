/**
 * What the app remembers of itself from one start to the next: how it looks and where its window was.
 */
import { themes } from "../../../core/contract/page-protocol.ts";
import { z } from "../../../core/contract/schema.ts";
import { JsonFile } from "./json-file.ts";

const boundsSchema = z.strictObject({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });

const settingsSchema = z.strictObject({
  theme: z.enum(themes),
  /** The window's place and size when it is not maximized, in CSS pixels of the whole desktop. */
  window: z.exactOptional(z.strictObject({ bounds: boundsSchema, isMaximized: z.boolean() })),
});
export type Settings = z.infer<typeof settingsSchema>;
export type WindowPlace = NonNullable<Settings["window"]>;

/** The settings in the file at `path` (absolute). `onProblem` is told of one that can't be read or written. */
export function openSettings(path: string, onProblem: (reason: string) => void): JsonFile<Settings> {
  return new JsonFile({ path, schema: settingsSchema, fallback: { theme: "system" }, onProblem });
}
