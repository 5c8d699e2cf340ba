/**
 * A program's console as a terminal would show it by now (the worker has obeyed the control characters). The line on
 * which the spinner turns and the answer comes is set larger; the spinner's own repr, printed before it, is not.
 */
import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Mode } from "../../core/contract/run.ts";
import { text } from "../app/language.ts";
import { scrollRegion } from "../ui/scroll-region.ts";

export interface ConsoleProps {
  readonly mode: Mode;
  readonly content: ReadonlySignal<string>;
  /** The spinner as its runtime printed it, once it has. */
  readonly object: ReadonlySignal<string | undefined>;
}

export function Console({ mode, content, object }: ConsoleProps) {
  const { earlier, latest } = divide(content.value, object.value);
  const place = useRef<HTMLElement>(null);
  // What is written last stays in sight, as in a terminal.
  useEffect(() => {
    const element = place.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }, [earlier]);
  return (
    <figure ref={place} class="console" {...scrollRegion(text("console.label", { mode: text(`mode.${mode}`) }))}>
      {earlier + latest === "" ? (
        <p class="hint">{text("console.empty")}</p>
      ) : (
        <pre>
          {earlier}
          <span class="latest">{latest}</span>
        </pre>
      )}
    </figure>
  );
}

/** A longer line would not fit its console at the larger size. */
const longest = 32;

/**
 * A console's text in two: the last line that is not blank, unless it is the line of `object` or long, and all before it.
 */
export function divide(
  content: string,
  object: string | undefined,
): { readonly earlier: string; readonly latest: string } {
  const written = content.trimEnd();
  const start = written.lastIndexOf("\n") + 1;
  const latest = written.slice(start);
  if (latest.length > longest || (object !== undefined && latest.includes(object)))
    return { earlier: written, latest: "" };
  return { earlier: written.slice(0, start), latest };
}
