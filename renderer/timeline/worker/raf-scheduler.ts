/**
 * The one owner of frames: whoever changes what is seen says so, and one frame is drawn for all of them. While the
 * picture moves by itself, each frame asks for the next.
 */
export class RafScheduler {
  readonly #request: (frame: () => void) => void;
  readonly #draw: () => boolean;
  #asked = false;

  /** `request`: as `requestAnimationFrame`. `draw`: draws, and tells whether the picture moves on by itself. */
  constructor(request: (frame: () => void) => void, draw: () => boolean) {
    this.#request = request;
    this.#draw = draw;
  }

  /** Whether a frame was asked for and is not drawn yet. */
  get isDue(): boolean {
    return this.#asked;
  }

  /** Something has changed: a frame is due. */
  dirty(): void {
    if (this.#asked) return;
    this.#asked = true;
    this.#request(() => {
      this.#asked = false;
      if (this.#draw()) this.dirty();
    });
  }
}
