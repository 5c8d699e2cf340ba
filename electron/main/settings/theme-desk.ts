/**
 * The one owner of the theme: the page's button and the menu ask here, and both are told.
 */
import type { Theme } from "../../../core/contract/page-protocol.ts";
import type { JsonFile } from "./json-file.ts";
import type { Settings } from "./settings.ts";

export class ThemeDesk {
  readonly #settings: JsonFile<Settings>;
  readonly #apply: (theme: Theme) => void;

  /** `apply` makes the theme the app's; it is called at once with the remembered one. */
  constructor(settings: JsonFile<Settings>, apply: (theme: Theme) => void) {
    this.#settings = settings;
    this.#apply = apply;
    apply(this.theme);
  }

  get theme(): Theme {
    return this.#settings.value.theme;
  }

  /** A person chose this theme. */
  choose(theme: Theme): void {
    if (theme !== this.theme) this.#settings.change((settings) => ({ ...settings, theme }));
    this.#apply(theme);
  }
}
