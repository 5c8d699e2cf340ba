/**
 * The native menu as data: what it says, which keys it has, what each item does. Labels come from core/i18n, keys
 * from core/contract/accelerators. No reload and no developer tools in a packaged app. Items that are not always
 * enabled have ids: menu-state.ts says when they are.
 */
import type { MenuItemConstructorOptions } from "electron";
import { accelerators } from "../../../core/contract/accelerators.ts";
import type { PageEvent } from "../../../core/contract/page-api.ts";
import { type exportFormats, type Theme, themes } from "../../../core/contract/page-protocol.ts";
import type { OfferedRecording } from "../../../core/contract/recovery-state.ts";
import { type Language, type TextKey, type TextValues, translate } from "../../../core/i18n/index.ts";
import { type RecentActions, recentItems } from "./recent-items.ts";
import { type RecoveredActions, recoveredMenu } from "./recovered-items.ts";

export type ExportFormat = (typeof exportFormats)[number];
export type PageCommand = Extract<PageEvent, { type: "menu.command" }>["payload"]["command"];

/** What the items do. */
export interface MenuActions extends RecentActions, RecoveredActions {
  /** The page carries it out. */
  readonly command: (command: PageCommand) => void;
  /** Main does, so that it works while the page is blocked. */
  readonly stop: () => void;
  readonly open: () => void;
  readonly exportRecording: (format: ExportFormat) => void;
  readonly toggleEarlier: () => void;
  readonly chooseTheme: (theme: Theme) => void;
  readonly showLog: () => void;
  readonly showAbout: () => void;
}

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  readonly packaged: boolean;
  readonly language: Language;
  readonly actions: MenuActions;
  /** Absolute paths, the newest first. */
  readonly recents: readonly string[];
  /** The newest first. */
  readonly recovered: readonly OfferedRecording[];
}

/** Keys of texts that have nothing to fill in. */
type PlainKey = { [K in TextKey]: keyof TextValues<K> extends never ? K : never }[TextKey];

/** The whole menu, top level first. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { platform, packaged, language, actions, recents, recovered } = options;
  const text = (key: Extract<PlainKey, `menu.${string}`>): string => translate(language, key);
  const command = (label: string, accelerator: string, name: PageCommand): MenuItemConstructorOptions => ({
    id: name,
    label,
    accelerator,
    click: () => actions.command(name),
  });
  const mac = platform === "darwin";
  const file: MenuItemConstructorOptions[] = [
    { id: "open", label: text("menu.open"), accelerator: accelerators.open, click: () => actions.open() },
    { label: text("menu.recent"), submenu: recentItems(recents, language, actions) },
    ...recoveredMenu(recovered, language, actions),
    { type: "separator" },
    {
      id: "export.spinscope",
      label: text("menu.export.spinscope"),
      accelerator: accelerators.exportTimeline,
      click: () => actions.exportRecording("spinscope"),
    },
    {
      id: "export.trace-event",
      label: text("menu.export.trace-event"),
      accelerator: accelerators.exportTraceEvents,
      click: () => actions.exportRecording("trace-event"),
    },
    { id: "export.csv", label: text("menu.export.csv"), click: () => actions.exportRecording("csv") },
    { id: "export.svg", label: text("menu.export.svg"), click: () => actions.exportRecording("svg") },
    { type: "separator" },
    mac
      ? { role: "close", label: text("menu.close") }
      : { role: "quit", label: text(platform === "win32" ? "menu.exit" : "menu.quit") },
  ];
  const run: MenuItemConstructorOptions[] = [
    command(text("menu.run.run"), accelerators.run, "run"),
    command(text("menu.run.cancel"), accelerators.cancel, "cancel"),
    { id: "stop", label: text("menu.run.stop"), accelerator: accelerators.stop, click: () => actions.stop() },
    { type: "separator" },
    {
      id: "earlier",
      type: "checkbox",
      label: text("menu.run.earlier"),
      accelerator: accelerators.earlier,
      click: () => actions.toggleEarlier(),
    },
  ];
  const view: MenuItemConstructorOptions[] = [
    command(text("menu.view.zoom-in"), accelerators.zoomIn, "zoom-in"),
    command(text("menu.view.zoom-out"), accelerators.zoomOut, "zoom-out"),
    command(text("menu.view.fit"), accelerators.fit, "fit"),
    command(text("menu.view.follow"), accelerators.follow, "follow"),
    { type: "separator" },
    {
      label: text("menu.view.theme"),
      submenu: themes.map((theme) => ({
        id: `theme.${theme}`,
        type: "radio",
        label: text(`menu.view.theme.${theme}`),
        click: () => actions.chooseTheme(theme),
      })),
    },
    { role: "togglefullscreen", label: text("menu.view.full-screen") },
  ];
  const help: MenuItemConstructorOptions[] = [
    { id: "log", label: text("menu.help.log"), click: () => actions.showLog() },
    // On a Mac it stands in the app's own menu.
    ...(mac ? [] : [{ id: "about", label: text("menu.help.about"), click: () => actions.showAbout() }]),
  ];
  const developer: MenuItemConstructorOptions[] = [
    { type: "separator" },
    { role: "toggleDevTools", label: text("menu.view.developer") },
  ];
  return [
    ...(mac ? [{ role: "appMenu" } as const] : []),
    { label: text("menu.file"), submenu: file },
    { role: "editMenu", label: text("menu.edit") },
    { label: text("menu.run"), submenu: run },
    { label: text("menu.view"), submenu: packaged ? view : [...view, ...developer] },
    ...(mac ? [{ role: "windowMenu", label: text("menu.window") } as const] : []),
    { label: text("menu.help"), submenu: help },
  ];
}
