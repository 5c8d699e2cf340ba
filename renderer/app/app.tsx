/** The window, put together: head, lessons, programs, controls, timeline and numbers. */
import { type ReadonlySignal, useComputed } from "@preact/signals";
import type { Theme } from "../../core/contract/page-protocol.ts";
import { Controls } from "../controls/controls.tsx";
import { Inspector } from "../inspector/inspector.tsx";
import { Side } from "../lessons/side.tsx";
import { Stage } from "../stage/stage.tsx";
import type { TimelineClient } from "../timeline/timeline-client.ts";
import { TimelineView } from "../timeline/timeline-view.tsx";
import { keyOf } from "./accelerator-text.ts";
import { Announcer } from "./announcer.tsx";
import type { Commands } from "./commands.ts";
import { DropHere } from "./drop.tsx";
import { Header } from "./header.tsx";
import { text } from "./language.ts";
import { NoteBar } from "./note-bar.tsx";
import { Notices } from "./notices.tsx";
import { OpeningBar } from "./opening-bar.tsx";
import { isOn } from "./permitted.ts";
import { RecoveryBar } from "./recovery-bar.tsx";
import type { PageState } from "./state.ts";

export interface AppProps {
  readonly state: PageState;
  readonly commands: Commands;
  readonly theme: ReadonlySignal<Theme>;
  readonly chooseTheme: (theme: Theme) => void;
  readonly timeline: TimelineClient;
}

export function App({ state, commands, theme, chooseTheme, timeline }: AppProps) {
  // The picture is still of another lesson's run: it comes back with that lesson.
  const covered = useComputed(() => timeline.stage.value !== undefined && state.stage.value === undefined);
  return (
    <div class="window" data-lessons={state.lessonsOpen.value ? "open" : "closed"}>
      <Header state={state} commands={commands} theme={theme} chooseTheme={chooseTheme} />
      <RecoveryBar state={state} commands={commands} />
      <Side state={state} timeline={timeline} />
      <main>
        <Stage state={state} timeline={timeline} />
        <Controls state={state} commands={commands} />
        <section class="timeline-place" aria-label={text("region.timeline")}>
          <div class="timeline-picture" inert={covered.value}>
            <TimelineView timeline={timeline} hint={timelineHint(state)} />
          </div>
          {covered.value && <p class="timeline-cover">{timelineHint(state)}</p>}
        </section>
        <Inspector state={state} timeline={timeline} />
      </main>
      <DropHere state={state} />
      <div class="said">
        <OpeningBar state={state} commands={commands} />
        <Notices state={state} />
        <NoteBar state={state} />
      </div>
      <Announcer state={state} />
    </div>
  );
}

/** What the timeline says while it is empty: what to press, or that it is about to fill. */
function timelineHint({ run }: PageState): string {
  return isOn(run.value) ? text("timeline.waiting") : text("timeline.empty", { key: keyOf("run") });
}
