/**
 * Keeps listings that stand line against line at the same place, and brings the lines that run into view. It moves when
 * the leading line does: a supervisor's, a few times a run, or the one that a person looks back at; a spinner's line
 * changes ten times a second and pulls at nothing.
 */

export class ListingScroll {
  readonly #elements = new Set<HTMLElement>();
  #leading = "";

  /** Takes a listing's scrolling element in. Returns a function that lets it go. */
  add(element: HTMLElement): () => void {
    const first = [...this.#elements][0];
    if (first !== undefined) element.scrollTop = first.scrollTop;
    const share = () => this.#moveTo(element.scrollTop);
    this.#elements.add(element);
    element.addEventListener("scroll", share, { passive: true });
    return () => {
      this.#elements.delete(element);
      element.removeEventListener("scroll", share);
    };
  }

  /** Brings `rows` (from 0; negative ones are not there) into view when `leading` has changed. */
  follow(leading: string, rows: readonly number[]): void {
    if (leading === this.#leading) return;
    const element = [...this.#elements][0];
    // A listing that has just been changed for another is there only after the next frame: then it is followed.
    if (element === undefined) return;
    this.#leading = leading;
    const lines = element.querySelectorAll<HTMLElement>(".line");
    const height = lines[0]?.offsetHeight ?? 0;
    const tops = rows.flatMap((row) => lines[row]?.offsetTop ?? []);
    if (height > 0 && tops.length > 0)
      this.#moveTo(scrollTopFor(tops, height, element.scrollTop, element.clientHeight));
  }

  #moveTo(scrollTop: number): void {
    for (const element of this.#elements) {
      if (Math.abs(element.scrollTop - scrollTop) >= 1) element.scrollTop = scrollTop;
    }
  }
}

/**
 * Where to scroll so that the lines at `tops` are in view with one more on either side: the nearest place to `from` that
 * shows them all, or, when they lie too far apart, one that shows the first of them, which is a supervisor's. All in
 * pixels; the answer is a whole number of lines.
 */
export function scrollTopFor(tops: readonly number[], height: number, from: number, visible: number): number {
  const spread = Math.max(...tops) - Math.min(...tops) + 3 * height;
  const wanted = spread <= visible ? tops : tops.slice(0, 1);
  const deepest = Math.max(...wanted) + 2 * height - visible;
  const highest = Math.min(...wanted) - height;
  const lines = Math.min(Math.ceil(Math.max(from, deepest) / height), Math.floor(highest / height));
  return Math.max(0, lines * height);
}
