/**
 * A canvas for tests without a browser: its context writes down what it is asked for, with letters 6 px wide.
 */
import type { TimelineColours } from "../../../core/contract/worker-protocol.ts";

export interface Call {
  readonly name: string;
  readonly values: readonly unknown[];
  readonly fill: unknown;
}

/** Each colour is called by its token. */
export const tokenColours: TimelineColours = {
  background: "#background",
  surface: "#surface",
  raised: "#raised",
  text: "#text",
  muted: "#muted",
  faint: "#faint",
  rule: "#rule",
  threads: "#threads",
  coroutines: "#coroutines",
  processes: "#processes",
  cancel: "#cancel",
};

/** A context that writes down its calls. */
export function recordingContext(): { readonly context: OffscreenCanvasRenderingContext2D; readonly calls: Call[] } {
  const calls: Call[] = [];
  const state = new Map<PropertyKey, unknown>();
  const context: OffscreenCanvasRenderingContext2D = new Proxy(Object.create(null), {
    get: (_, name) => {
      if (state.has(name)) return state.get(name);
      return (...values: unknown[]) => {
        calls.push({ name: String(name), values, fill: state.get("fillStyle") });
        return name === "measureText" ? { width: String(values[0]).length * 6 } : undefined;
      };
    },
    set: (_, name, value) => {
      state.set(name, value);
      return true;
    },
  });
  return { context, calls };
}

/** Stands for `OffscreenCanvas` where a picture makes one of its own. */
export class RecordingCanvas {
  width: number;
  height: number;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }

  getContext(): OffscreenCanvasRenderingContext2D {
    return recordingContext().context;
  }
}
