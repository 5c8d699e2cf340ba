/**
 * What an element that scrolls needs so that the keyboard can scroll it: a place in the order of focus, and a name that is
 * read out there.
 */
export function scrollRegion(label: string) {
  return { tabIndex: 0, role: "region", "aria-label": label } as const;
}
