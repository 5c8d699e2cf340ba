/**
 * The page that measures the loop on the page's own host: switches with the recording on and off, in turn; the first
 * round only compiles.
 */
import { ipcRenderer } from "electron/renderer";
import { HostedEventLoop } from "../../core/asyncio/hosted-loop.ts";
import { PageHost } from "../../renderer/hosts/page-host.ts";
import { pageMicros } from "../../renderer/run/page-clock.ts";
import { switches } from "./loop/programs.ts";
import { recordOn } from "./loop/recording.ts";
import { amounts } from "./loop/rows.ts";

async function measure(recorded: boolean): Promise<number> {
  const loop = new HostedEventLoop(new PageHost());
  const stopRecording = recorded ? recordOn(loop, pageMicros) : undefined;
  const figure = await loop.runUntilComplete(switches(100, amounts.switches));
  loop.close();
  stopRecording?.();
  return figure;
}

async function measureRounds(rounds: number): Promise<{ readonly on: number[]; readonly off: number[] }> {
  const [on, off]: [number[], number[]] = [[], []];
  for (let round = -1; round < rounds; round++) {
    const [recorded, bare] = [await measure(true), await measure(false)];
    if (round < 0) continue;
    on.push(recorded);
    off.push(bare);
  }
  return { on, off };
}

ipcRenderer.on("measure", (_event, rounds: number) => {
  measureRounds(rounds).then(
    (figures) => ipcRenderer.send("figures", figures),
    (error: unknown) => ipcRenderer.send("figures", { error: String(error) }),
  );
});
