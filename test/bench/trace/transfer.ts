/**
 * How fast events cross from a worker thread of a utility process through main to the renderer, in the real Electron:
 * our batches against one message an event on the same way. A small app of its own does it; here it is launched.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { Rounds } from "../report/row.ts";

const rounds = 7;
/** How long the whole may take, ms. */
const patience = 300_000;
const resultSchema = z.object({ batches: z.array(z.number()), "one-message-each": z.array(z.number()) });

/** Events a second, a value a round, in turn. */
export async function transferRounds(events: number): Promise<Rounds> {
  const folder = mkdtempSync(join(tmpdir(), "spinscope-transfer-"));
  try {
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "transfer", main: "main.cjs" }));
    const entry = JSON.stringify(join(__dirname, "trace-transfer-main.cjs"));
    writeFileSync(join(folder, "main.cjs"), `require(${entry});\n`);
    const result = resultSchema.parse(JSON.parse(await launch(folder, events)));
    return { ours: result.batches, peers: { "one-message-each": result["one-message-each"] } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The app's last line. */
function launch(folder: string, events: number): Promise<string> {
  const electron = process.env["SPINSCOPE_ELECTRON"];
  if (electron === undefined) throw new Error("SPINSCOPE_ELECTRON names no runtime: call it by `npm run bench`");
  // A hidden window needs no GPU, and looking for one on a virtual display is noisy.
  const plain = ["--disable-gpu", "--log-level=3"];
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const arguments_ = [
    ...asRoot,
    ...plain,
    folder,
    `--user-data-dir=${join(folder, "data")}`,
    `--events=${events}`,
    `--rounds=${rounds}`,
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(electron, arguments_, { stdio: ["ignore", "pipe", "inherit"], timeout: patience });
    let out = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      const last = out.trim().split("\n").at(-1) ?? "";
      if (code === 0) resolve(last);
      else reject(new Error(`the transfer benchmark's app ended with ${code}: ${last}`));
    });
  });
}
