/**
 * The window's pictograms, drawn rather than typed: a glyph that a font lacks is an empty box. Each is decoration beside
 * words that say the same, so all are hidden from assistive technology.
 */
import type { JSX } from "preact";

/**
 * Functions, not elements: an element that is used in two places keeps the tree of the first alive, with whatever that hangs
 * on, and a window that goes from lesson to lesson would keep them all.
 */
const drawings = {
  run: () => <path class="solid" d="M4.5 2.8v10.4L13 8z" />,
  again: () => (
    <>
      <path d="M13 8a5 5 0 1 1-1.5-3.6" />
      <path d="M13.2 2v3h-3" />
    </>
  ),
  cancel: () => <path d="M8 1.8 14.2 8 8 14.2 1.8 8z" />,
  stop: () => <rect class="solid" x="3.5" y="3.5" width="9" height="9" rx="1" />,
  list: () => <path d="M2.5 4h11M2.5 8h11M2.5 12h11" />,
  back: () => <path d="M6 4 2.5 7.5 6 11M3 7.5h6.5a3.5 3.5 0 0 1 0 7H8" />,
  forth: () => <path d="m10 4 3.5 3.5L10 11M13 7.5H6.5a3.5 3.5 0 0 0 0 7H8" />,
  open: () => <path d="M2 12.5v-9h4l1.5 2H13v2M2 12.5l2-5h11l-2 5z" />,
  down: () => <path d="m4.5 6.5 3.5 3.5 3.5-3.5" />,
  close: () => <path d="m4 4 8 8M12 4l-8 8" />,
  sliders: () => <path d="M2 5h6m4 0h2M2 11h2m4 0h6M10 3v4M6 9v4" />,
  system: () => (
    <>
      <rect x="2" y="3" width="12" height="8" rx="1.5" />
      <path d="M6 13.5h4" />
    </>
  ),
  dark: () => <path d="M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z" />,
  light: () => (
    <>
      <circle cx="8" cy="8" r="2.8" />
      <path d="M8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9" />
    </>
  ),
  "state-idle": () => <circle cx="8" cy="8" r="4.5" />,
  "state-running": () => <circle class="solid" cx="8" cy="8" r="5" />,
  "state-ready": () => (
    <>
      <circle cx="8" cy="8" r="5" />
      <path class="solid" d="M8 3a5 5 0 0 1 0 10z" />
    </>
  ),
  "state-waiting": () => <path d="M2 8h12M2 5v6M14 5v6" />,
  "state-blocked": () => (
    <>
      <rect x="2.5" y="3.5" width="11" height="9" />
      <path d="m3 10 5.5-6M5.5 12.5l8-8.5M10 12.5l3.5-4" />
    </>
  ),
  "state-asked": () => <path d="M4 14V2.5h8L9.5 5.5 12 8.5H4" />,
  "state-cancelled": () => <path class="solid" d="M8 1.5 14.5 8 8 14.5 1.5 8z" />,
  "state-returned": () => <path d="m3 8.5 3.5 3.5L13 4.5" />,
  "state-raised": () => <path d="m3.5 3.5 9 9M12.5 3.5l-9 9" />,
  "state-stopped": () => <rect x="3.5" y="3.5" width="9" height="9" />,
  "state-lost": () => <path d="M2 8h4l1-3M14 8h-4l-1 3" />,
} as const satisfies Record<string, () => JSX.Element>;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      {drawings[name]()}
    </svg>
  );
}
