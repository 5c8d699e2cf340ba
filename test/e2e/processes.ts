/** The app's processes, as main numbers them. */
import type { LaunchedApp } from "./app.ts";

/** The process ids of the thread hosts, those of runs and the spare; one that is still being made has none yet. */
export function threadHosts(app: Pick<LaunchedApp, "electron">): Promise<number[]> {
  return app.electron.evaluate(({ app: electronApp }) =>
    electronApp
      .getAppMetrics()
      .filter((metric) => metric.pid > 0 && metric.name?.startsWith("Spinscope threads"))
      .map((metric) => metric.pid),
  );
}
