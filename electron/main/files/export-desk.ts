/**
 * Exporting a recording: asks where to, writes it away from main's thread, and answers with the path, with nothing when
 * the person changed their mind, or with a sentence that says what went wrong.
 */
import type { SaveDialogOptions, SaveDialogReturnValue } from "electron";
import type { Answer, exportFormats } from "../../../core/contract/page-protocol.ts";
import { type Language, translate } from "../../../core/i18n/index.ts";
import type { JournalLoss } from "../../../core/journal/recording-from-journal.ts";
import type { ExportFrom } from "./export-from.ts";

export type ExportFormat = (typeof exportFormats)[number];

const endings = {
  spinscope: "spinscope",
  "trace-event": "trace.json",
  csv: "csv",
  svg: "svg",
} as const satisfies Record<ExportFormat, string>;

/** The recording that an export is made of. */
export interface ExportSource {
  /** The name offered for the file, without its ending. */
  readonly name: string;
  readonly from: ExportFrom;
}

export interface ExportDeskOptions<Source extends ExportSource> {
  readonly language: Language;
  /** The recording that is shown; `undefined` before the first one. */
  readonly source: () => Source | undefined;
  readonly askWhere: (options: SaveDialogOptions) => Promise<SaveDialogReturnValue>;
  /**
   * Writes to `target` in the format that its ending names. Tells what is not in it, since it could not be read back.
   * Rejects with an Error that says why not.
   */
  readonly write: (from: ExportFrom, target: string) => Promise<JournalLoss | undefined>;
  /** `source`, as it was when the export was asked for, is in the file at `path`. */
  readonly onWritten: (source: Source, format: ExportFormat, path: string) => void;
}

export class ExportDesk<Source extends ExportSource> {
  readonly #options: ExportDeskOptions<Source>;

  constructor(options: ExportDeskOptions<Source>) {
    this.#options = options;
  }

  /** Exports what is shown, as far as it is recorded. Never rejects. */
  async export(format: ExportFormat): Promise<Answer> {
    const source = this.#options.source();
    if (source === undefined) return { ok: false, problem: translate(this.#options.language, "header.export.empty") };
    return this.exportSource(source, format);
  }

  /** Exports that recording. Never rejects. */
  async exportSource(source: Source, format: ExportFormat): Promise<Answer> {
    const { language } = this.#options;
    try {
      const chosen = await this.#options.askWhere({
        title: translate(language, "dialog.export.title"),
        buttonLabel: translate(language, "dialog.export.button"),
        defaultPath: `${source.name}.${endings[format]}`,
        filters: [{ name: translate(language, `dialog.filter.${format}`), extensions: [endings[format]] }],
        properties: ["createDirectory", "showOverwriteConfirmation"],
      });
      if (chosen.canceled || chosen.filePath === "") return { ok: true };
      const path = withEnding(chosen.filePath, endings[format]);
      const loss = await this.#options.write(source.from, path);
      if (loss !== undefined)
        return { ok: false, problem: translate(language, "problem.export.damaged", said(path, loss)) };
      this.#options.onWritten(source, format, path);
      return { ok: true, path };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { ok: false, problem: translate(language, "problem.export", { reason }) };
    }
  }
}

/** What a person is told of a file that lacks events. */
function said(path: string, { events, of, damage }: JournalLoss) {
  return { path, lost: String(events), of: String(of), reason: damage.reason };
}

/** The path with the format's ending: a person may have typed none, and the ending names the format. */
export function withEnding(path: string, ending: string): string {
  return path.toLowerCase().endsWith(`.${ending}`) ? path : `${path}.${ending}`;
}
