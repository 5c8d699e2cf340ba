/**
 * Fault 11: Run, Cancel and Stop pressed thousands of times as fast as they are answered. As many runs end as began, no
 * process is left over, and main's memory stays bounded.
 */
import { expect, type LaunchedApp } from "../e2e/app.ts";
import { threadHosts } from "../e2e/processes.ts";
import { begin, exportByMenu, over } from "../support/faults/begin.ts";
import { memoryOfMain, processesOf } from "../support/faults/processes.ts";
import { orLatePage } from "../support/faults/recorded-death.ts";
import { lostAfter } from "../support/nothing-lost/nothing-lost.ts";
import { rounds } from "../support/soak.ts";
import { test } from "./one-app.ts";

interface Toggled {
  /** Runs that main agreed to begin. */
  readonly begun: number;
  readonly ended: number;
}

/**
 * Presses Run and then one of Stop, Cancel or nothing, `count` times, and waits each time for the answers alone, or for
 * the run's end where `toTheEnd`. Gives what main said of it.
 */
function toggle({ page }: LaunchedApp, modes: readonly string[], count: number, toTheEnd: boolean): Promise<Toggled> {
  return page.evaluate(
    async ([runModes, times, waits]) => {
      const api: {
        request(type: string, payload: unknown): Promise<{ ok: boolean }>;
        onEvent(listener: (event: { type: string; payload: { phase?: string } }) => void): () => void;
      } = Reflect.get(window, "spinscope");
      let [begun, ended, phase] = [0, 0, "idle"];
      let changed = () => {};
      const stopListening = api.onEvent(({ type, payload }) => {
        if (type !== "run.state") return;
        if (payload.phase === "ended" && phase !== "ended") ended += 1;
        phase = payload.phase ?? phase;
        changed();
      });
      const until = async (...phases: string[]) => {
        while (!phases.includes(phase)) {
          await new Promise<void>((resolve) => {
            changed = resolve;
          });
        }
      };
      const parameters = { message: "thinking!", frame: 0.01, job: 0.1, spinners: 1 };
      for (let n = 0; n < times; n++) {
        const answer = await api.request("run.start", { lesson: "one-job-two-ways", modes: runModes, parameters });
        if (answer.ok) {
          begun += 1;
          phase = "preparing";
        }
        if (waits) await until("running", "ended");
        if (n % 3 !== 2) await api.request(n % 3 === 0 ? "run.stop" : "run.cancel", {});
        if (waits) await until("ended");
      }
      if (begun > 0) await until("ended");
      stopListening();
      return { begun, ended };
    },
    [modes, count, toTheEnd] as const,
  );
}

test("Run and Stop as fast as they can be pressed: as many ends as starts, processes and memory bounded", async ({
  app,
}) => {
  test.setTimeout(rounds(240_000, 3_600_000));
  await begin(app, { modes: ["threads", "coroutines"], parameters: { job: 0.1 } });
  await over(app);
  const processes = (await processesOf(app)).length;
  const memory = await memoryOfMain(app);
  const coroutines = await toggle(app, ["coroutines"], rounds(24, 6_000), true);
  const threads = await toggle(app, ["threads"], rounds(6, 1_000), true);
  const both = await toggle(app, ["threads", "coroutines"], rounds(3, 1_000), true);
  // Most of these are refused, since a run is on; the others end by themselves.
  const mashed = await toggle(app, ["threads", "coroutines"], rounds(400, 2_000), false);
  for (const { begun, ended } of [coroutines, threads, both, mashed]) expect(ended).toBe(begun);
  expect([coroutines.begun, threads.begun, both.begun]).toEqual([
    rounds(24, 6_000),
    rounds(6, 1_000),
    rounds(3, 1_000),
  ]);
  expect(mashed.begun).toBeGreaterThan(0);
  await expect.poll(async () => (await threadHosts(app)).length).toBe(1);
  await expect.poll(async () => (await processesOf(app)).length).toBeLessThanOrEqual(processes);
  const grown = ((await memoryOfMain(app)) - memory) / 2 ** 20;
  test.info().annotations.push({ type: "main's memory grew by, MB", description: grown.toFixed(1) });
  expect(grown).toBeLessThan(150);
  const exported = await exportByMenu(app);
  const died = orLatePage(exported, () => false);
  expect(lostAfter({ exported, died, folders: [app.data] })).toEqual([]);
  expect(app.complaints).toEqual([]);
  expect(app.log()).not.toMatch(/uncaught|refused|died/i);
});
