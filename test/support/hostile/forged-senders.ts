/**
 * Requests that are right in all but who sends them: handed to main's one handler as Electron would hand them, with a frame
 * that is another's, inside another, gone, or none.
 */
import { join } from "node:path";
import { type LaunchedApp, projectFolder } from "../../e2e/app.ts";

/** What main answered to each, by who sent it. */
export interface Heard {
  readonly sender: string;
  readonly ok: boolean;
}

/** Sends `page.report` as each of them, with the text "forged". */
export function requestsOfForgedSenders(app: LaunchedApp): Promise<readonly Heard[]> {
  const preload = join(projectFolder, "out", "app", "preload", "preload.cjs");
  return app.electron.evaluate(async ({ BrowserWindow, ipcMain }, path) => {
    const channel = "spinscope:request";
    const handlers: unknown = Reflect.get(ipcMain, "_invokeHandlers");
    const handler: unknown = handlers instanceof Map ? handlers.get(channel) : undefined;
    if (typeof handler !== "function") throw new Error("main has no handler for requests");
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error("there is no window");
    const other = new BrowserWindow({ show: false, webPreferences: { preload: path, sandbox: true } });
    await other.loadURL("app://spinscope/index.html");
    const own = window.webContents.mainFrame;
    await own.executeJavaScript("void document.body.append(document.createElement('iframe'))");
    const [inner] = own.frames;
    const request = { type: "page.report", payload: { kind: "error", text: "forged" } };
    const ask = async (sender: string, senderFrame: unknown) => {
      const answer: unknown = await Reflect.apply(handler, undefined, [{ senderFrame }, request]);
      return { sender, ok: Reflect.get(Object(answer), "ok") === true };
    };
    const gone = {
      get url() {
        throw new Error("Render frame was disposed");
      },
    };
    const said: unknown = await other.webContents.executeJavaScript(
      `window.spinscope.request("page.report", ${JSON.stringify(request.payload)})`,
    );
    const heard = [
      { sender: "the page in another window", ok: Reflect.get(Object(said), "ok") === true },
      await ask("another window's frame", other.webContents.mainFrame),
      await ask("a frame inside our page", inner),
      await ask("no frame", null),
      await ask("nothing at all", undefined),
      await ask("a frame that only looks like ours", { url: own.url, parent: null, top: own }),
      await ask("a frame that was disposed", gone),
    ];
    const frame = other.webContents.mainFrame;
    other.destroy();
    heard.push(await ask("the frame of a window that is gone", frame));
    await own.executeJavaScript("document.querySelector('iframe').remove()");
    heard.push(await ask("a frame that was removed", inner));
    return heard;
  }, preload);
}
