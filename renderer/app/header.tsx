/** The head of the window: whose it is, which lesson and file are open, and what concerns the window rather than a run. */
import type { ReadonlySignal } from "@preact/signals";
import type { Theme } from "../../core/contract/page-protocol.ts";
import { LessonsButton } from "../lessons/lessons-button.tsx";
import { ListingSwitch } from "../stage/listing-switch.tsx";
import { Button } from "../ui/button.tsx";
import { withKey } from "./accelerator-text.ts";
import type { Commands } from "./commands.ts";
import { ExportMenu } from "./export-menu.tsx";
import { language, text } from "./language.ts";
import type { PageState } from "./state.ts";
import { ThemeButton } from "./theme-button.tsx";
import { Wordmark } from "./wordmark.tsx";

export interface HeaderProps {
  readonly state: PageState;
  readonly commands: Commands;
  readonly theme: ReadonlySignal<Theme>;
  readonly chooseTheme: (theme: Theme) => void;
}

export function Header({ state, commands, theme, chooseTheme }: HeaderProps) {
  return (
    <header class="header">
      <LessonsButton state={state} />
      <Wordmark />
      <h1 class="lesson-title">{state.lesson.value.words[language.value].title}</h1>
      <FileName state={state} />
      <ListingSwitch listingLanguage={state.listingLanguage} />
      <Button
        icon="open"
        enabled={state.may.value.open}
        title={withKey(text("header.open.hint"), "open")}
        onPress={commands.open}
      >
        {text("header.open")}
      </Button>
      <ExportMenu state={state} commands={commands} />
      <ThemeButton theme={theme} choose={chooseTheme} />
    </header>
  );
}

/** What is shown that is not the latest run: a file, and whether it is all there, or the recording before. */
function FileName({ state }: { readonly state: PageState }) {
  const { file, recovered } = state.shown.value ?? {};
  const earlier = state.recording.value.earlier === "shown";
  return (
    <p class="file-name" title={file?.cut}>
      {file !== undefined && <span class="tag">{text("header.file")}</span>} {file?.name}
      {recovered && <span class="tag">{text("header.recovered")}</span>}
      {file === undefined && !recovered && earlier && <span class="tag">{text("header.earlier")}</span>}
      {file?.cut !== undefined && <span class="file-cut">{text("header.cut")}</span>}
    </p>
  );
}
