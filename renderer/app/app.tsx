/** The window, put together: head, programs, controls, timeline and numbers. A column for lessons comes with the second. */
import type { Signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { Controls } from "../controls/controls.tsx";
import { Inspector } from "../inspector/inspector.tsx";
import { Stage } from "../stage/stage.tsx";
import { Announcer } from "./announcer.tsx";
import type { Commands } from "./commands.ts";
import { Header } from "./header.tsx";
import { text } from "./language.ts";
import { NoteBar } from "./note-bar.tsx";
import type { PageState } from "./state.ts";
import type { Theme } from "./theme.ts";

export interface AppProps {
  readonly state: PageState;
  readonly commands: Commands;
  readonly theme: Signal<Theme>;
  /** The timeline's canvas and what belongs to it. */
  readonly timeline: ComponentChildren;
}

export function App({ state, commands, theme, timeline }: AppProps) {
  return (
    <div class="window">
      <Header state={state} commands={commands} theme={theme} />
      <main>
        <Stage state={state} />
        <Controls state={state} commands={commands} />
        <section class="timeline-place" aria-label={text("region.timeline")}>
          {timeline}
        </section>
        <Inspector state={state} />
      </main>
      <NoteBar state={state} />
      <Announcer state={state} />
    </div>
  );
}
