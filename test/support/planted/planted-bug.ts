/**
 * A bug planted on purpose: one place of one module of the product, written differently. It is used in builds of the
 * tests alone, to prove that a test fails when the product is wrong. The product knows nothing of it: no flag, no hook.
 */
export interface PlantedBug {
  /** In words of file names: what was built with it lies in `out/planted/NAME`. */
  readonly name: string;
  /** The module's file, relative to the checkout. */
  readonly module: string;
  /** The right text, which stands exactly once in the module. */
  readonly right: string;
  /** What stands in its place in the planted build. */
  readonly wrong: string;
}

/** A bug that a test of the ordinary stages must notice (`test/planted`). */
export interface NoticedBug extends PlantedBug {
  readonly noticedBy: {
    /** The test file, relative to the checkout. */
    readonly file: string;
    /** The test's name after those of its groups, joined as vitest prints them: `a queue > wakes one getter`. */
    readonly test: string;
  };
}
