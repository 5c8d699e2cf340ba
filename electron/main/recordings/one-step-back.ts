/**
 * The latest thing and the one before it, one of which is shown. Invariant: what is put becomes the latest and is shown,
 * and what was shown until then is the one a step back; nothing older is kept.
 */
export class OneStepBack<Thing> {
  #latest: Thing | undefined;
  #earlier: Thing | undefined;
  #isBack = false;

  /** What is shown; undefined as long as nothing was put. */
  get shown(): Thing | undefined {
    return this.#isBack ? this.#earlier : this.#latest;
  }

  /** `none`: there is nothing a step back. `kept`: there is. `shown`: it is what is shown. */
  get earlier(): "none" | "kept" | "shown" {
    if (this.#earlier === undefined) return "none";
    return this.#isBack ? "shown" : "kept";
  }

  /** All that is kept, the latest first. */
  get all(): readonly Thing[] {
    return [this.#latest, this.#earlier].flatMap((thing) => (thing === undefined ? [] : [thing]));
  }

  put(thing: Thing): void {
    this.#earlier = this.shown;
    this.#latest = thing;
    this.#isBack = false;
  }

  /** Shows the other one; returns it, or undefined when there is none. */
  toggle(): Thing | undefined {
    if (this.#earlier === undefined) return undefined;
    this.#isBack = !this.#isBack;
    return this.shown;
  }
}
