/**
 * A list that is one stop of the Tab key, as a person expects of a list: arrows go through its buttons, Home and End to
 * its ends. Which of them Tab stops at is the list's own business (`tabIndex`).
 */

/** Moves the focus within `list` as `event`'s key says. */
export function moveFocus(event: KeyboardEvent, list: HTMLElement): void {
  const items = [...list.querySelectorAll<HTMLElement>("button")];
  const at = items.findIndex((item) => item.matches(":focus"));
  const next = items[placeAfter(event.key, at, items.length)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** The place that `key` leads to from place `at` of so many; -1 for a key that leads nowhere. */
export function placeAfter(key: string, at: number, count: number): number {
  switch (key) {
    case "ArrowDown":
      return Math.min(at + 1, count - 1);
    case "ArrowUp":
      return Math.max(at - 1, 0);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return -1;
  }
}
