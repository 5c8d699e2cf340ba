/**
 * How much slower this machine is at the moment than if it had nothing else to do. The limits of the tests are an idle
 * machine's; on one that others use they are stretched by what the others take, measured there and then, and by no more.
 */

/** How much work is measured, ms of a core. */
const work = 40;

/** 1 on an idle machine; 8 where a process gets an eighth of a core. */
export function slowness(): number {
  const began = performance.now();
  const before = process.cpuUsage();
  let used = 0;
  while (used < work) {
    const { user, system } = process.cpuUsage(before);
    used = (user + system) / 1_000;
  }
  return Math.max(1, (performance.now() - began) / used);
}

/** A figure that has a limit on an idle machine, ms, with how slow the machine was before and after it was taken. */
export interface Figure {
  readonly ms: number;
  readonly slowness: number;
}

/** Takes a figure: the ms that `measured` resolves with. */
export async function figure(measured: () => Promise<number>): Promise<Figure> {
  const before = slowness();
  const ms = await measured();
  return { ms, slowness: Math.max(before, slowness()) };
}

/** The figure as it would be on an idle machine, as far as that can be known, ms. */
export const onIdleMachine = ({ ms, slowness: slow }: Figure): number => ms / slow;

/** As a report shows it. */
export const figureText = ({ ms, slowness: slow }: Figure): string =>
  `${ms.toFixed()} (machine ${slow.toFixed(1)}× slower)`;
