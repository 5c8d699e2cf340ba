/**
 * How long main was kept from running by a machine that has other things to do: time between two ticks of a timer in which
 * it neither ran nor used a core. A figure that a limit is set to is of the app, not of its neighbours; a main that is
 * busy itself is not excused.
 */
import type { LaunchedApp } from "../../e2e/app.ts";

/** ms between two ticks. */
const tick = 5;

/** A tick: when, on main's monotonic clock, and how much of a core main had used until then, µs. */
type Tick = readonly [at: number, used: number];

/** Begins to watch main. */
export function watchStarvation({ electron }: LaunchedApp): Promise<void> {
  return electron.evaluate((_electron, ms) => {
    const ticks: [number, number][] = [];
    Reflect.set(globalThis, "ticks", ticks);
    setInterval(() => {
      const { user, system } = process.cpuUsage();
      const [seconds, nanoseconds] = process.hrtime();
      ticks.push([seconds * 1e6 + nanoseconds / 1e3, user + system]);
      if (ticks.length > 20_000) ticks.splice(0, 10_000);
    }, ms);
  }, tick);
}

/** ms of starvation from `from` to `to`, µs on main's monotonic clock. */
export async function starved({ electron }: LaunchedApp, from: number, to: number): Promise<number> {
  const ticks = await electron.evaluate((): Tick[] => Reflect.get(globalThis, "ticks"));
  let sum = 0;
  for (const [index, [at, used]] of ticks.entries()) {
    const [before, usedBefore] = ticks[index - 1] ?? [at, used];
    const within = Math.min(at, to) - Math.max(before, from);
    if (within > 0) sum += Math.max(0, within - tick * 1_000 - (used - usedBefore));
  }
  return sum / 1_000;
}
