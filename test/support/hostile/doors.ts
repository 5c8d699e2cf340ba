/**
 * Every place in the sources that opens a way between processes or threads, with what checks what comes through, how its
 * sender is known, and which test attacks it. The test of channels compares it with the syntax trees: what is opened and
 * does not stand here, or stands here and is not opened, fails.
 */

export interface Door {
  /** As openings.ts names them. */
  readonly opens: readonly string[];
  /** What every message must pass, `file#export`. */
  readonly check: string;
  /** Why a message can only be from whom it should be. */
  readonly sender: string;
  /** The test that attacks it. */
  readonly attack: string;
}

const envelope = "core/contract/envelope.ts#openEnvelope";
const messages = "test/property/contract/hostile-messages.test.ts";
const inTheApp = "test/fault/hostile-ipc.spec.ts";
const wire = ["hears message", "postMessage"];

/** A worker thread is no border: it has its process's rights, and its file is our own. */
const ownThread = "it is a thread of the same process, of our own build";

export const doors: Readonly<Record<string, Door>> = {
  "electron/main/app/application.ts": {
    opens: ["ipcMain.handle"],
    check: "electron/main/security/ipc-door.ts#openDoor",
    sender: "the door asks the frame: the main frame of our window, on our page",
    attack: inTheApp,
  },
  "electron/main/app/single-instance.ts": {
    opens: ["hears second-instance"],
    check: "electron/main/app/handed-file.ts#handedFile",
    sender: "a program of the same person: it may do what it likes without us, and hands over a path at most",
    attack: "test/unit/electron/main/app/handed-file.test.ts",
  },
  "electron/main/page/page-events.ts": {
    opens: ["send"],
    check: envelope,
    sender: "main: the preload script hears nobody else",
    attack: messages,
  },
  "electron/main/page/page-ports.ts": {
    opens: ["new MessageChannelMain", "postMessage"],
    check: envelope,
    sender: "the port's other end is given to our window's page alone",
    attack: inTheApp,
  },
  "electron/main/page/port-wire.ts": {
    opens: wire,
    check: envelope,
    sender: "the port's other end is our window's page or its worker",
    attack: inTheApp,
  },
  "electron/main/runs/fork.ts": {
    opens: ["utilityProcess.fork"],
    check: envelope,
    sender: "main forks it, and hears it under its own name",
    attack: inTheApp,
  },
  "electron/main/runs/utility-child.ts": {
    opens: wire,
    check: envelope,
    sender: "the object of that one process",
    attack: inTheApp,
  },
  "electron/utility/parent-wire.ts": {
    opens: wire,
    check: envelope,
    sender: "main, which forked it",
    attack: messages,
  },
  "electron/preload/preload.ts": {
    opens: [
      "contextBridge.exposeInMainWorld",
      "ipcRenderer.invoke",
      "ipcRenderer.off",
      "ipcRenderer.on",
      "postMessage",
    ],
    check: "core/contract/page-api.ts#requestTypes",
    sender: "the page that it was loaded into; main asks for itself again",
    attack: "test/e2e/security/powers.spec.ts",
  },
  "renderer/app/ports.ts": {
    opens: ["hears message"],
    check: "renderer/app/ports.ts#receivePorts",
    sender: "the window itself, of its own origin",
    attack: "test/unit/renderer/app/ports.test.ts",
  },
  "renderer/ports/port-wire.ts": {
    opens: wire,
    check: envelope,
    sender: "a port from main, by way of receivePorts",
    attack: messages,
  },
  "renderer/timeline/create-worker.ts": {
    opens: ["new Worker"],
    check: "electron/main/security/content-security-policy.ts#workerPolicyName",
    sender: "the page's one Trusted Types policy lets one address through",
    attack: "test/e2e/security/confinement.spec.ts",
  },
  "renderer/timeline/timeline-client.ts": {
    opens: wire,
    check: "core/contract/worker-protocol.ts",
    sender: ownThread,
    attack: "test/unit/renderer/timeline/timeline-client.test.ts",
  },
  "renderer/timeline/timeline-worker.ts": {
    opens: [...wire, "new MessageChannel"],
    check: "core/contract/worker-protocol.ts",
    sender: `${ownThread}; both ends of the channel are the worker's own, and what is posted on it nobody reads`,
    attack: "test/unit/renderer/timeline/timeline-client.test.ts",
  },
  "renderer/hosts/page-host.ts": {
    opens: ["new MessageChannel", "onmessage", "postMessage"],
    check: "renderer/hosts/page-host.ts",
    sender: "both ends are its own, and what is posted is null",
    attack: "test/unit/renderer/hosts/page-host.test.ts",
  },
  "renderer/hosts/block-page.ts": {
    opens: ["new XMLHttpRequest"],
    check: "electron/main/security/blocking-request.ts#blockingDelay",
    sender: "the protocol answers our one origin",
    attack: "test/e2e/security/door.spec.ts",
  },
  "electron/main/files/export-worker.ts": {
    opens: ["postMessage"],
    check: "core/contract/schema.ts#z",
    sender: ownThread,
    attack: "test/unit/electron/main/files/export-recording.test.ts",
  },
  "electron/main/files/write-export.ts": {
    opens: ["hears message", "new Worker"],
    check: "electron/main/files/write-export.ts",
    sender: ownThread,
    attack: "test/unit/electron/main/files/export-recording.test.ts",
  },
  "electron/main/files/open-worker.ts": {
    opens: ["postMessage"],
    check: "core/contract/schema.ts#z",
    sender: ownThread,
    attack: "test/fault/opened-files.spec.ts",
  },
  "electron/main/files/read-file.ts": {
    opens: ["hears message", "new Worker"],
    check: "electron/main/files/read-file.ts",
    sender: ownThread,
    attack: "test/fault/opened-files.spec.ts",
  },
  "electron/main/recovery/find-recordings.ts": {
    opens: ["hears message", "new Worker"],
    check: "electron/main/recovery/find-recordings.ts",
    sender: ownThread,
    attack: "test/unit/electron/main/recovery/recover-journal.test.ts",
  },
  "electron/main/recovery/recover-worker.ts": {
    opens: ["postMessage"],
    check: "electron/main/recovery/find-recordings.ts",
    sender: ownThread,
    attack: "test/unit/electron/main/recovery/recover-journal.test.ts",
  },
  "electron/main/security/file-choosers.ts": {
    opens: ["hears message"],
    check: "electron/main/security/file-choosers.ts#refuseFileChoosers",
    sender:
      "Chromium's own debugging protocol, spoken with our window alone; of what it says only one event's name is looked at",
    attack: "test/unit/electron/main/security/file-choosers.test.ts",
  },
  "electron/node/worker-boot.ts": {
    opens: ["hears message", "new Worker", "postMessage"],
    check: "core/thread-host/worker-messages.ts#isWorkerNews",
    sender: ownThread,
    attack: "test/unit/core/thread-host/worker-messages.test.ts",
  },
  "electron/node/thread-worker.ts": {
    opens: ["postMessage", "receiveMessageOnPort"],
    check: "core/thread-host/worker-messages.ts#asAdoption",
    sender: ownThread,
    attack: "test/unit/core/thread-host/worker-messages.test.ts",
  },
  "cli/run/lesson-run.ts": { opens: ["new Worker"], check: envelope, sender: ownThread, attack: messages },
  "cli/run/worker-wire.ts": { opens: wire, check: envelope, sender: ownThread, attack: messages },
  "cli/run/parent-wire.ts": { opens: wire, check: envelope, sender: ownThread, attack: messages },
};
