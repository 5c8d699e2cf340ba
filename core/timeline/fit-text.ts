/** Texts cut to the room there is. */
import type { TextStyle } from "./display-list.ts";
import type { MeasureText } from "./scene.ts";

/** `text`, cut and ended with … where it is wider than `room` px; "" when not even one letter fits. */
export function fitText(text: string, room: number, style: TextStyle, measure: MeasureText): string {
  if (measure(text, style) <= room) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (measure(`${text.slice(0, middle).trimEnd()}…`, style) <= room) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? "" : `${text.slice(0, low).trimEnd()}…`;
}
