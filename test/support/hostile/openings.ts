/**
 * Where the sources open a way between processes or threads, found by walking their syntax trees: what sends, what hears,
 * what makes ports, workers and processes, what is put into the page.
 */
import { sourceFiles } from "../../../scripts/checks/source-files.mjs";
import { isNode, type SyntaxNode, visitFile } from "../../../scripts/checks/syntax-tree.mjs";

/** The folders whose code runs in the app or the command line. */
const folders = ["electron", "renderer", "core", "cli", "lessons"];

/** Objects of Electron's on which whatever is called opens something. */
const openers: ReadonlySet<string> = new Set(["ipcMain", "ipcRenderer", "contextBridge", "utilityProcess"]);
const made: ReadonlySet<string> = new Set([
  "MessageChannelMain",
  "MessageChannel",
  "Worker",
  "SharedWorker",
  "BroadcastChannel",
  "WebSocket",
  "WebTransport",
  "EventSource",
  "XMLHttpRequest",
  "RTCPeerConnection",
]);
const called: ReadonlySet<string> = new Set(["fetch", "postMessage", "receiveMessageOnPort"]);
const listening: ReadonlySet<string> = new Set(["on", "once", "addListener", "addEventListener"]);
const heard: ReadonlySet<unknown> = new Set([
  "message",
  "messageerror",
  "ipc-message",
  "ipc-message-sync",
  "second-instance",
  "connect",
]);

/** Every file's openings, each once, in order: `electron/main/x.ts: ipcMain.handle`. `root`: a checkout, absolute. */
export function openingsIn(root: string): readonly string[] {
  const found = new Set<string>();
  for (const file of sourceFiles(root, folders, /\.tsx?$/)) {
    visitFile(root, file, (node) => {
      const opening = openingOf(node);
      if (opening !== undefined) found.add(`${file}: ${opening}`);
    });
  }
  return [...found].sort();
}

function openingOf(node: SyntaxNode): string | undefined {
  switch (node.type) {
    case "CallExpression":
      return openingOfCall(node);
    case "NewExpression":
      return made.has(nameOf(node["callee"])) ? `new ${nameOf(node["callee"])}` : undefined;
    case "AssignmentExpression":
      return propertyOf(node["left"]) === "onmessage" ? "onmessage" : undefined;
    case "VariableDeclarator":
      return openers.has(nameOf(node["init"])) ? `another name for ${nameOf(node["init"])}` : undefined;
    default:
      return undefined;
  }
}

function openingOfCall(call: SyntaxNode): string | undefined {
  const callee = call["callee"];
  const name = nameOf(callee);
  const property = propertyOf(callee);
  if (property === undefined) return called.has(name) ? name : undefined;
  const object = isNode(callee) ? nameOf(callee["object"]) : "";
  if (openers.has(object)) return `${object}.${property}`;
  if (property === "postMessage" || property === "invoke") return property;
  if (property === "send" && /contents|frame/i.test(object)) return "send";
  const [first] = Array.isArray(call["arguments"]) ? call["arguments"] : [];
  const event: unknown = isNode(first) ? first["value"] : undefined;
  return listening.has(property) && heard.has(event) ? `hears ${String(event)}` : undefined;
}

/** The last name in what is called or read: `port` of `this.#port`, `ipcMain` of `electron.ipcMain`. */
function nameOf(node: unknown): string {
  if (!isNode(node)) return "";
  if (node.type === "ChainExpression") return nameOf(node["expression"]);
  const name: unknown = node.type === "MemberExpression" ? propertyOf(node) : node["name"];
  return typeof name === "string" ? name : "";
}

function propertyOf(node: unknown): string | undefined {
  if (!isNode(node) || node.type !== "MemberExpression" || !isNode(node["property"])) return undefined;
  const { name, value } = node["property"];
  return typeof name === "string" ? name : String(value);
}
