/**
 * Widths of texts, each measured once: layout asks for the same few in every frame. Forgotten when there are too many,
 * and when the fonts change.
 */
import type { TextStyle } from "../../../core/timeline/display-list.ts";
import { fontOf } from "./fonts.ts";

const kept = 4_000;

export class TextWidths {
  readonly #context: OffscreenCanvasRenderingContext2D;
  readonly #widths = new Map<string, number>();

  constructor(context: OffscreenCanvasRenderingContext2D) {
    this.#context = context;
  }

  /** Width of a text in the font of its style, px. */
  readonly of = (text: string, style: TextStyle): number => {
    const { font } = fontOf(style);
    const key = `${font} ${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    if (this.#widths.size >= kept) this.#widths.clear();
    this.#context.font = font;
    const { width } = this.#context.measureText(text);
    this.#widths.set(key, width);
    return width;
  };

  /** Fonts have changed: everything is measured anew. */
  forget(): void {
    this.#widths.clear();
  }
}
