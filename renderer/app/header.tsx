/** The head of the window: whose it is, which lesson is open, and what concerns the window rather than a run. */
import type { Signal } from "@preact/signals";
import type { Commands } from "./commands.ts";
import { ExportMenu } from "./export-menu.tsx";
import { language } from "./language.ts";
import type { PageState } from "./state.ts";
import type { Theme } from "./theme.ts";
import { ThemeButton } from "./theme-button.tsx";
import { Wordmark } from "./wordmark.tsx";

export interface HeaderProps {
  readonly state: PageState;
  readonly commands: Commands;
  readonly theme: Signal<Theme>;
}

export function Header({ state, commands, theme }: HeaderProps) {
  return (
    <header class="header">
      <Wordmark />
      <h1 class="lesson-title">{state.lesson.words[language.value].title}</h1>
      <ExportMenu state={state} commands={commands} />
      <ThemeButton theme={theme} />
    </header>
  );
}
