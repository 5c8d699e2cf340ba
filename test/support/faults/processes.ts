/**
 * The app's processes as the system sees them: to be killed, suspended and counted.
 */
import type { LaunchedApp } from "../../e2e/app.ts";
import { threadHosts } from "../../e2e/processes.ts";

export interface AppProcess {
  readonly pid: number;
  /** Electron's: `Browser`, `Tab`, `GPU`, `Utility`. */
  readonly type: string;
  readonly name: string;
}

/** Every process of the app. */
export function processesOf({ electron }: LaunchedApp): Promise<AppProcess[]> {
  return electron.evaluate(({ app }) =>
    app.getAppMetrics().map(({ pid, type, name }) => ({ pid, type, name: name ?? "" })),
  );
}

/** The one thread host, while there is one. */
export async function threadHost(app: LaunchedApp): Promise<number> {
  const [host, ...others] = await threadHosts(app);
  if (host === undefined || others.length > 0) throw new Error(`there are ${others.length + 1} thread hosts, not one`);
  return host;
}

/** The page's process. */
export function pageProcess({ electron }: LaunchedApp): Promise<number> {
  return electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0);
}

/** Whether there is such a process. */
export function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Resolves with the ms until there is no such process any more. Looks every 5 ms. */
export async function gone(pid: number): Promise<number> {
  const since = performance.now();
  while (isThere(pid)) await new Promise((resolve) => setTimeout(resolve, 5));
  return performance.now() - since;
}

/** Main's own memory in use, bytes. */
export function memoryOfMain({ electron }: LaunchedApp): Promise<number> {
  return electron.evaluate(() => process.memoryUsage().rss);
}
