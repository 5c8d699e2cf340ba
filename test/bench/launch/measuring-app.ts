/**
 * Runs a small Electron app that measures something and prints it: its last line is the result.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How long the whole may take, ms. */
const patience = 300_000;

/**
 * The last line that the app prints. `entry`: its built main file, absolute. `switches` become `--name=value`.
 * @throws Error when there is no runtime, or the app ends with anything but 0
 */
export async function measureInElectron(entry: string, switches: Readonly<Record<string, number>>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "spinscope-bench-"));
  try {
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "bench", main: "main.cjs" }));
    writeFileSync(join(folder, "main.cjs"), `require(${JSON.stringify(entry)});\n`);
    return await launch(folder, switches);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function launch(folder: string, switches: Readonly<Record<string, number>>): Promise<string> {
  const electron = process.env["SPINSCOPE_ELECTRON"];
  if (electron === undefined) throw new Error("SPINSCOPE_ELECTRON names no runtime: call it by `npm run bench`");
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const given = Object.entries(switches).map(([name, value]) => `--${name}=${value}`);
  const all = [...asRoot, folder, `--user-data-dir=${join(folder, "data")}`, ...given];
  return new Promise((resolve, reject) => {
    const child = spawn(electron, all, { stdio: ["ignore", "pipe", "inherit"], timeout: patience });
    let out = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      const last = out.trim().split("\n").at(-1) ?? "";
      if (code === 0) resolve(last);
      else reject(new Error(`the measuring app ended with ${code}: ${last}`));
    });
  });
}
