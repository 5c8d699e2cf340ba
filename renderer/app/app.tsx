/** The window, put together: head, programs, controls, timeline and numbers. A column for lessons comes with the second. */
import type { Signal } from "@preact/signals";
import { Controls } from "../controls/controls.tsx";
import { Inspector } from "../inspector/inspector.tsx";
import { Stage } from "../stage/stage.tsx";
import type { TimelineClient } from "../timeline/timeline-client.ts";
import { TimelineView } from "../timeline/timeline-view.tsx";
import { keyOf } from "./accelerator-text.ts";
import { Announcer } from "./announcer.tsx";
import type { Commands } from "./commands.ts";
import { Header } from "./header.tsx";
import { text } from "./language.ts";
import { NoteBar } from "./note-bar.tsx";
import { isOn } from "./permitted.ts";
import type { PageState } from "./state.ts";
import type { Theme } from "./theme.ts";

export interface AppProps {
  readonly state: PageState;
  readonly commands: Commands;
  readonly theme: Signal<Theme>;
  readonly timeline: TimelineClient;
}

export function App({ state, commands, theme, timeline }: AppProps) {
  return (
    <div class="window">
      <Header state={state} commands={commands} theme={theme} />
      <main>
        <Stage state={state} />
        <Controls state={state} commands={commands} />
        <section class="timeline-place" aria-label={text("region.timeline")}>
          <TimelineView timeline={timeline} hint={timelineHint(state)} />
        </section>
        <Inspector state={state} />
      </main>
      <NoteBar state={state} />
      <Announcer state={state} />
    </div>
  );
}

/** What the timeline says while it is empty: what to press, or that it is about to fill. */
function timelineHint({ run }: PageState): string {
  return isOn(run.value) ? text("timeline.waiting") : text("timeline.empty", { key: keyOf("run") });
}
