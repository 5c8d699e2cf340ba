import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerFrom } from "../../../../../electron/main/security/app-protocol.ts";
import { responseHeaders } from "../../../../../electron/main/security/response-headers.ts";
import { listServedFiles } from "../../../../../electron/main/security/served-files.ts";

let folder: string;
let answer: (request: Request) => Promise<Response>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "spinscope-served-"));
  mkdirSync(join(folder, "page", "workers"), { recursive: true });
  writeFileSync(join(folder, "page", "index.html"), "<title>page</title>");
  writeFileSync(join(folder, "page", "workers", "timeline-worker.js"), "worker");
  writeFileSync(join(folder, "page", "notes.txt"), "not built for the page");
  writeFileSync(join(folder, "secret.js"), "outside");
  answer = answerFrom(listServedFiles(join(folder, "page")));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const get = (address: string) => answer(new Request(address));

describe("the app's protocol", () => {
  test("answers the built files with their content type", async () => {
    const page = await get("app://spinscope/index.html");
    expect(page.status).toBe(200);
    expect(await page.text()).toBe("<title>page</title>");
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const worker = await get("app://spinscope/workers/timeline-worker.js");
    expect(worker.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect((await get("app://spinscope/")).status).toBe(200);
  });

  test.each([
    "app://spinscope/notes.txt",
    "app://spinscope/absent.js",
    "app://spinscope/../secret.js",
    "app://spinscope/%2e%2e/secret.js",
    "app://spinscope/workers/..%2f..%2fsecret.js",
    "app://spinscope/index.html?version=2",
    "app://spinscope/INDEX.HTML",
    "app://elsewhere/index.html",
    "app://spinscope.example/index.html",
    "app://spinscope:8080/index.html",
  ])("answers 404 for %s", async (address) => {
    const refused = await get(address);
    expect(refused.status).toBe(404);
    expect(await refused.text()).not.toContain("outside");
  });

  test("answers nothing but GET", async () => {
    expect((await answer(new Request("app://spinscope/index.html", { method: "POST", body: "x" }))).status).toBe(405);
  });

  test("puts the security headers on every answer, refusals included", async () => {
    for (const address of ["app://spinscope/", "app://spinscope/absent", "app://spinscope/block?ms=0"]) {
      const { headers } = await get(address);
      for (const [name, value] of Object.entries(responseHeaders(headers.get("content-type") ?? ""))) {
        expect(headers.get(name), `${name} of ${address}`).toBe(value);
      }
    }
  });
});
