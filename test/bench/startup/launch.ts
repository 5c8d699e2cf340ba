/**
 * Starts an app with the probe before it, and gives the moments of its start in ms since its process was spawned.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";

/** How long one start may take, ms. */
const patience = 60_000;
const measuredSchema = z.object({ marks: z.record(z.string(), z.number()), cpu: z.record(z.string(), z.number()) });
const switchesSchema = z.array(z.string());

export interface StartedApp {
  /** Its folder, absolute. */
  readonly folder: string;
  /** Where its data are, absolute: kept from start to start, as a person's are. */
  readonly data: string;
  /** The page's request that says that it is ready, where it has one. */
  readonly pageReady?: string;
}

/** By name: moments in ms since the spawn, of which `usable` is the last; `cpu …`: processor time until then, ms. */
export type StartMarks = Readonly<Record<string, number>>;

/** @throws Error when there is no runtime, or the app ends with anything but 0 */
export function launch({ folder, data, pageReady }: StartedApp): Promise<StartMarks> {
  const electron = process.env["SPINSCOPE_ELECTRON"];
  const switches = process.env["SPINSCOPE_ELECTRON_SWITCHES"];
  if (electron === undefined || switches === undefined) {
    throw new Error("SPINSCOPE_ELECTRON names no runtime: call it by `npm run bench`");
  }
  const args = [
    ...switchesSchema.parse(JSON.parse(switches)),
    "-r",
    join(__dirname, "startup-probe.cjs"),
    folder,
    `--user-data-dir=${data}`,
    ...(pageReady === undefined ? [] : [`--page-ready=${pageReady}`]),
  ];
  return new Promise((resolve, reject) => {
    const spawned = performance.timeOrigin + performance.now();
    const child = spawn(electron, args, { stdio: ["ignore", "pipe", "inherit"], timeout: patience });
    let out = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      const last = out.trim().split("\n").at(-1) ?? "";
      if (code !== 0) return reject(new Error(`${folder} ended with ${code}: ${last}`));
      const { marks, cpu } = measuredSchema.parse(JSON.parse(last));
      const moments = Object.entries(marks).map(([name, at]) => [name, at - spawned]);
      const times = Object.entries(cpu).map(([type, ms]) => [`cpu ${type}`, ms]);
      resolve(Object.fromEntries([...moments, ...times]));
    });
  });
}
