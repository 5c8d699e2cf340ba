/**
 * No file dialog opens for a page (Electron's checklist item 5): Electron asks nobody before it opens one for a file input
 * or a file picker, and a real one stands in front of the person in the app's name. Chromium's debugging protocol, spoken
 * from here, has the browser process itself turn each into a cancelled one; the app's own dialogs are main's and stay.
 */
import type { Debugger } from "electron";

/** The version of the protocol that is spoken. */
const version = "1.3";

/** The part of web contents that is used here. */
export interface ChoosingContents {
  readonly debugger: Pick<Debugger, "attach" | "isAttached" | "sendCommand"> & {
    on(event: "detach", listener: () => void): unknown;
    on(event: "message", listener: (event: unknown, method: string) => void): unknown;
  };
  isDestroyed(): boolean;
}

/** Cancels each file dialog that a page in these contents asks for, from now on. `onProblem`: told when that can't be had. */
export function refuseFileChoosers(
  contents: ChoosingContents,
  onRefused: (reason: string) => void,
  onProblem: (problem: string) => void,
): void {
  const protocol = contents.debugger;
  const intercept = (): void => {
    if (contents.isDestroyed()) return;
    const failed = (error: unknown): void => {
      if (!contents.isDestroyed()) onProblem(`file dialogs of the page can't be refused: ${String(error)}`);
    };
    try {
      if (!protocol.isAttached()) protocol.attach(version);
      // What intercepts belongs to the domain "Page", and does nothing while that is off.
      protocol.sendCommand("Page.enable").catch(failed);
      protocol.sendCommand("Page.setInterceptFileChooserDialog", { enabled: true, cancel: true }).catch(failed);
    } catch (error) {
      failed(error);
    }
  };
  protocol.on("message", (_event, method) => {
    if (method === "Page.fileChooserOpened") onRefused("a file dialog");
  });
  // Developer tools that are opened may take the protocol over.
  protocol.on("detach", () => setImmediate(intercept));
  intercept();
}
