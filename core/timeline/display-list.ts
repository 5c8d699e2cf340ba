/**
 * A picture as data: flat items in the order in which they are painted. Layout writes it, a painter draws it, hit tests
 * and tests read it. Items are kept and written over from frame to frame, so that a frame makes no garbage.
 * Lengths and places in CSS pixels from the canvas's top left corner.
 */

/** Colours by what they stand for: the runtimes' accents, ranks of text, and the alarm of a cancel. */
export type Colour =
  | "main"
  | "threads"
  | "coroutines"
  | "processes"
  | "text"
  | "muted"
  | "faint"
  | "rule"
  | "cancel"
  | "background"
  | "raised";

/**
 * What is drawn. `w`, `h` are a size, but for lines and arrows the other end.
 * rect: filled · outline: a border · hatch: diagonal lines · line · mark: a glyph about (x, y), `w` its size ·
 * image: the overview's lanes, painted beforehand · arrow: a curve from (x, y) to (w, h) · text: at its left (or right, centre) end, vertically centred on `y`, and `h` =
 * 1 when it is laid on a patch of the background, 2 when it stands on a plate that was drawn before.
 */
export type Shape = "image" | "rect" | "outline" | "hatch" | "line" | "mark" | "arrow" | "text";

/** A lane's state or moment as a glyph, told apart by its shape. */
export type Glyph =
  | "returned"
  | "raised"
  | "cancelled"
  | "broken"
  | "open"
  | "asked"
  | "seen"
  | "cancel-requested"
  | "cancel-delivered"
  | "cancel-refused"
  | "joined"
  | "warned"
  | "sent"
  | "received"
  | "numbered";
export type LineStyle = "solid" | "dotted" | "dashed";
/** `blocked`: a thread is held · `ready`: could run, waits its turn. */
export type HatchStyle = "blocked" | "ready";
/** `cause`: what brought the selection about, where no other arrow says so. */
export type ArrowStyle = "message" | "cancel" | "signal" | "join" | "cause";
/** Rank of a text, then where its `x` is. */
export type TextStyle = `${"name" | "label" | "axis" | "strong"}-${"left" | "right" | "centre"}`;
export type Style = Glyph | LineStyle | HatchStyle | ArrowStyle | TextStyle | "plain";

export interface Item {
  readonly shape: Shape;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly colour: Colour;
  /** 0 invisible … 1 full. */
  readonly strength: number;
  readonly style: Style;
  /** The lane it belongs to, −1 for none. */
  readonly lane: number;
  /** The row of the trace table it stands for, −1 for none. */
  readonly row: number;
  readonly text: string;
}

type Slot = { -readonly [K in keyof Item]: Item[K] };

export class DisplayList {
  readonly #slots: Slot[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The items so far. Valid until the next `clear`. */
  *items(): Generator<Item, void> {
    for (let i = 0; i < this.#length; i++) yield this.at(i);
  }

  /** @throws RangeError outside 0 … length − 1. */
  at(index: number): Item {
    const slot = index < this.#length ? this.#slots[index] : undefined;
    if (slot === undefined) throw new RangeError(`item ${index} is not one of ${this.#length}`);
    return slot;
  }

  clear(): void {
    this.#length = 0;
  }

  add(
    shape: Shape,
    x: number,
    y: number,
    w: number,
    h: number,
    colour: Colour,
    strength: number,
    style: Style,
    lane = -1,
    row = -1,
    text = "",
  ): void {
    const index = this.#length++;
    const slot = this.#slots[index];
    if (slot === undefined) {
      this.#slots.push({ shape, x, y, w, h, colour, strength, style, lane, row, text });
      return;
    }
    slot.shape = shape;
    slot.x = x;
    slot.y = y;
    slot.w = w;
    slot.h = h;
    slot.colour = colour;
    slot.strength = strength;
    slot.style = style;
    slot.lane = lane;
    slot.row = row;
    slot.text = text;
  }
}
