/**
 * Exporting the present recording: asks where to, writes it away from main's thread, and answers with the path, with
 * nothing when the person changed their mind, or with a sentence that says what went wrong.
 */
import type { SaveDialogOptions, SaveDialogReturnValue } from "electron";
import type { Answer, exportFormats } from "../../../core/contract/page-protocol.ts";
import { type Language, translate } from "../../../core/i18n/index.ts";
import { defaultFileName, type RecordingName } from "./default-file-name.ts";

export type ExportFormat = (typeof exportFormats)[number];

const endings = { spinscope: "spinscope", "trace-event": "trace.json" } as const satisfies Record<ExportFormat, string>;

/** The recording that an export is made of. */
export interface ExportSource extends RecordingName {
  /** The journal, absolute. */
  readonly journal: string;
}

export interface ExportDeskOptions {
  readonly language: Language;
  /** The present recording; `undefined` before the first run. */
  readonly source: () => ExportSource | undefined;
  readonly askWhere: (options: SaveDialogOptions) => Promise<SaveDialogReturnValue>;
  /** Writes `journal` to `target` in the format that its ending names. Rejects with an Error that says why not. */
  readonly write: (journal: string, target: string) => Promise<void>;
}

export class ExportDesk {
  readonly #options: ExportDeskOptions;

  constructor(options: ExportDeskOptions) {
    this.#options = options;
  }

  /** Exports what is recorded so far. Never rejects. */
  async export(format: ExportFormat): Promise<Answer> {
    const { language, source: present } = this.#options;
    const source = present();
    if (source === undefined) return { ok: false, problem: translate(language, "header.export.empty") };
    try {
      const chosen = await this.#options.askWhere({
        title: translate(language, "dialog.export.title"),
        buttonLabel: translate(language, "dialog.export.button"),
        defaultPath: defaultFileName(source, endings[format]),
        filters: [{ name: translate(language, `dialog.filter.${format}`), extensions: [endings[format]] }],
        properties: ["createDirectory", "showOverwriteConfirmation"],
      });
      if (chosen.canceled || chosen.filePath === "") return { ok: true };
      const path = withEnding(chosen.filePath, endings[format]);
      await this.#options.write(source.journal, path);
      return { ok: true, path };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { ok: false, problem: translate(language, "problem.export", { reason }) };
    }
  }
}

/** The path with the format's ending: a person may have typed none, and the ending names the format. */
export function withEnding(path: string, ending: string): string {
  return path.toLowerCase().endsWith(`.${ending}`) ? path : `${path}.${ending}`;
}
