/**
 * Keeps listings that stand line against line at the same place, and brings the lines that run into view. It follows the
 * supervisors only, which move a few times a run; a spinner's line changes ten times a second and pulls at nothing.
 */

/** Rows kept free above and below what is brought into view. */
const margin = 1;

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
    this.#leading = leading;
    const present = rows.filter((row) => row >= 0);
    const element = [...this.#elements][0];
    if (element === undefined || present.length === 0) return;
    const height = (element.scrollHeight || 1) / Math.max(1, element.querySelectorAll(".line").length);
    const top = scrollTopFor(present, element.scrollTop / height, element.clientHeight / height);
    this.#moveTo(top * height);
  }

  #moveTo(scrollTop: number): void {
    for (const element of this.#elements) {
      if (Math.abs(element.scrollTop - scrollTop) >= 1) element.scrollTop = scrollTop;
    }
  }
}

/**
 * The first row to show so that `rows` are in view: the nearest to `from` that shows them all, or, when they lie too far
 * apart, the one that shows the first of them, which is the supervisor's. All in rows.
 */
export function scrollTopFor(rows: readonly number[], from: number, visible: number): number {
  const spread = Math.max(...rows) - Math.min(...rows) + 1 + 2 * margin;
  const wanted = spread <= visible ? rows : rows.slice(0, 1);
  const highest = Math.max(...wanted) + 1 + margin - visible;
  const lowest = Math.min(...wanted) - margin;
  return Math.max(0, Math.min(Math.max(from, highest), lowest));
}
