/**
 * A program's console as a terminal would show it by now (the worker has obeyed the control characters). The last line
 * that says something is set larger: that is where the spinner turns and where the answer comes.
 */
import type { ReadonlySignal } from "@preact/signals";
import type { Mode } from "../../core/contract/run.ts";
import { text } from "../app/language.ts";
import { scrollRegion } from "../ui/scroll-region.ts";

export interface ConsoleProps {
  readonly mode: Mode;
  readonly content: ReadonlySignal<string>;
}

export function Console({ mode, content }: ConsoleProps) {
  const { earlier, latest } = divide(content.value);
  return (
    <figure class="console" {...scrollRegion(text("console.label", { mode: text(`mode.${mode}`) }))}>
      {latest === "" ? (
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

/** A console's text in two: the last line that is not blank, and everything before it. */
export function divide(content: string): { readonly earlier: string; readonly latest: string } {
  const written = content.trimEnd();
  const start = written.lastIndexOf("\n") + 1;
  return { earlier: written.slice(0, start), latest: written.slice(start) };
}
