/**
 * A circle of waits in one sentence, from its first thread round to it again: who waits for what, and who has that.
 */
import type { CircleLink } from "../contract/worker-protocol.ts";
import { type Language, translate } from "../i18n/index.ts";
import type { Link, WaitCircle } from "../trace/folds/wait-for.ts";
import type { TraceTable } from "../trace/table.ts";
import { laneName } from "./scene.ts";

/** Of a longer circle the first are told, and how many more there are. */
const linksAtMost = 16;

/** A circle by its lanes' names; it begins with the thread that was created first, if it is not too long to look for it. */
export function circleLinks(table: TraceTable, { links }: WaitCircle): readonly CircleLink[] {
  if (links.length > linksAtMost) {
    const told = links.slice(0, linksAtMost).map((link) => linkWords(table, link));
    return told.map((link, place) =>
      place === linksAtMost - 1 ? { ...link, more: links.length - linksAtMost } : link,
    );
  }
  const first = links.reduce((least, { waiter }, place) => (waiter < (links[least]?.waiter ?? 0) ? place : least), 0);
  return [...links.slice(first), ...links.slice(0, first)].map((link) => linkWords(table, link));
}

function linkWords(table: TraceTable, { waiter, lock }: Link): CircleLink {
  return { waiter: laneName(table, waiter), ...(lock === undefined ? {} : { lock: laneName(table, lock) }) };
}

/** `Thread-1 waits for Lock-2 held by Thread-2, which waits for Lock-1 held by Thread-1`. */
export function circleWords(language: Language, circle: readonly CircleLink[]): string {
  const pieces = circle.map(({ waiter, lock, more }, place) => {
    if (more !== undefined)
      return translate(language, "deadlock.more", { count: more, first: circle[0]?.waiter ?? "" });
    const holder = circle[(place + 1) % circle.length]?.waiter ?? waiter;
    if (place > 0) {
      if (lock === undefined) return translate(language, "deadlock.next-join", { holder });
      return translate(language, "deadlock.next-lock", { lock, holder });
    }
    if (lock === undefined) return translate(language, "deadlock.first-join", { waiter, holder });
    return translate(language, "deadlock.first-lock", { waiter, lock, holder });
  });
  return pieces.join(", ");
}
