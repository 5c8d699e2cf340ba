import { EventEmitter, once } from "node:events";
import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { refuseFileChoosers } from "../../../../../electron/main/security/file-choosers.ts";

/** The debugging protocol as far as it is spoken here. */
class FakeDebugger extends EventEmitter {
  readonly sent: string[] = [];
  attached = false;
  failing = false;

  attach(): void {
    this.attached = true;
    this.emit("attached");
  }

  isAttached(): boolean {
    return this.attached;
  }

  sendCommand(method: string, parameters?: object): Promise<unknown> {
    this.sent.push(`${method} ${JSON.stringify(parameters ?? {})}`);
    return this.failing ? Promise.reject(new Error("no such method")) : Promise.resolve({});
  }
}

const intercepting = ["Page.enable {}", 'Page.setInterceptFileChooserDialog {"enabled":true,"cancel":true}'];

interface Told {
  readonly refusals: string[];
  readonly problems: string[];
  isDestroyed: boolean;
}

function refused(protocol: FakeDebugger): Told {
  const told: Told = { refusals: [], problems: [], isDestroyed: false };
  refuseFileChoosers(
    { debugger: protocol, isDestroyed: () => told.isDestroyed },
    (reason) => told.refusals.push(reason),
    (problem) => told.problems.push(problem),
  );
  return told;
}

describe("file dialogs of a page", () => {
  test("are cancelled by Chromium, and each is counted", () => {
    const protocol = new FakeDebugger();
    const { refusals } = refused(protocol);
    expect(protocol.sent).toEqual(intercepting);
    protocol.emit("message", {}, "Page.fileChooserOpened", {});
    protocol.emit("message", {}, "Page.frameNavigated", {});
    expect(refusals).toEqual(["a file dialog"]);
  });

  test("are cancelled again after developer tools took the protocol over", async () => {
    const protocol = new FakeDebugger();
    refused(protocol);
    const again = once(protocol, "attached");
    protocol.attached = false;
    protocol.emit("detach", {}, "replaced");
    await again;
    expect(protocol.sent).toEqual([...intercepting, ...intercepting]);
  });

  test("are nobody's any more once the window is gone", async () => {
    const protocol = new FakeDebugger();
    const told = refused(protocol);
    told.isDestroyed = true;
    protocol.emit("detach", {}, "target closed");
    await nextTurn();
    expect(protocol.sent).toEqual(intercepting);
  });

  test("that can't be refused are a problem that is told", async () => {
    const protocol = new FakeDebugger();
    protocol.failing = true;
    const { problems } = refused(protocol);
    await nextTurn();
    expect(problems[0]).toContain("file dialogs of the page can't be refused");
  });
});
