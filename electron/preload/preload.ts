/**
 * The bridge between page and main: a frozen object of three functions (core/contract/page-api.ts), and the two ports
 * that main sends, passed on to the page. Nothing of Electron reaches the page, and only listed request types
 * reach main, which checks them again (Electron's checklist item 20).
 */
import { contextBridge, ipcRenderer, webUtils } from "electron/renderer";
import { droppedRequest, ipcChannels, type PageApi, pageOrigin, requestTypes } from "../../core/contract/page-api.ts";

const allowed: ReadonlySet<string> = new Set(requestTypes);

const api: PageApi = {
  request(type, payload, id) {
    if (!allowed.has(type)) return Promise.resolve({ ok: false, problem: `There is no request ${String(type)}.` });
    return ipcRenderer.invoke(ipcChannels.request, id === undefined ? { type, payload } : { type, payload, id });
  },
  openDropped(file) {
    const path = file instanceof File ? webUtils.getPathForFile(file) : "";
    return ipcRenderer.invoke(ipcChannels.request, { type: droppedRequest, payload: { path } });
  },
  onEvent(listener) {
    const hear = (_event: Electron.IpcRendererEvent, event: Parameters<typeof listener>[0]): void => listener(event);
    ipcRenderer.on(ipcChannels.event, hear);
    return () => ipcRenderer.off(ipcChannels.event, hear);
  },
};

// Functions given to the page are frozen copies; the object's own freezing is the bridge's.
contextBridge.exposeInMainWorld("spinscope", Object.freeze(api));

ipcRenderer.on(ipcChannels.port, (event, name: unknown) => {
  window.postMessage({ spinscope: "port", name }, pageOrigin, [...event.ports]);
});
