/** The app's processes, as main numbers them. */
import type { LaunchedApp } from "./app.ts";

/** The process ids of the thread hosts: those of runs and the spare. */
export function threadHosts(app: Pick<LaunchedApp, "electron">): Promise<number[]> {
  return app.electron.evaluate(({ app: electronApp }) =>
    electronApp
      .getAppMetrics()
      .filter((metric) => metric.name?.startsWith("Spinscope threads"))
      .map((metric) => metric.pid),
  );
}
