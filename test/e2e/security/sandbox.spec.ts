/**
 * The sandbox, as it is for a person who is not root (4): tests that run as root start the app as nobody, without
 * `--no-sandbox`. The page's process is under a filter of system calls and can't gain rights; the thread host is a plain
 * Node process, which is stated here so that nobody takes it for confined.
 */
import { expect, test } from "@playwright/test";
import { startAsPlainUser, whyNoSandbox } from "../../support/plain-user.ts";
import { type ProcessStatus, processesBelow } from "../../support/process-status.ts";

test("the page's process is sandboxed for a plain user, and the app works so (4)", async () => {
  const refused = whyNoSandbox();
  test.info().skip(refused !== undefined, refused);
  test.setTimeout(120_000);
  const executable = process.env["SPINSCOPE_ELECTRON"];
  if (executable === undefined) throw new Error("SPINSCOPE_ELECTRON does not name Electron's executable");
  const app = startAsPlainUser(executable, ["--demo"]);
  try {
    const own = app.process.pid ?? 0;
    let seen: readonly ProcessStatus[] = [];
    const ofType = (type: string) => seen.filter(({ command }) => command.includes(`--type=${type}`));
    const hosts = () => ofType("utility").filter(({ command }) => command.includes("node.mojom.NodeService"));
    const look = () => {
      seen = processesBelow(own);
      return ofType("renderer").some(({ seccomp }) => seccomp === 2) && hosts().length > 0;
    };
    await expect.poll(look, { timeout: 60_000, message: app.output() }).toBe(true);
    for (const { command, user } of seen) {
      expect(user, command).not.toBe(0);
      expect(command).not.toContain("--no-sandbox");
    }
    for (const { seccomp, noNewPrivileges } of ofType("renderer")) {
      expect({ seccomp, noNewPrivileges }).toEqual({ seccomp: 2, noNewPrivileges: true });
    }
    for (const { seccomp } of hosts()) expect(seccomp, "the thread host is not sandboxed").toBe(0);
    expect(await app.ended, app.output()).toBe(0);
    expect(app.output().match(/Answer: 42/g)).toHaveLength(2);
  } finally {
    await app.remove();
  }
});
