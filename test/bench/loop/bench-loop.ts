/**
 * The benchmark `loop`: what the event loop does a second, and what a task weighs, beside CPython's asyncio, Effection,
 * Effect and JavaScript's own async functions; with the recording on, beside itself with the recording off.
 */
import { findCPython } from "../cpython/ask-cpython.ts";
import { measureInTurn } from "../report/in-turn.ts";
import { type BenchRow, benchRow } from "../report/row.ts";
import { contenderOf } from "./cpython.ts";
import { effect } from "./effect.ts";
import { effection } from "./effection.ts";
import { native } from "./native.ts";
import { ours, recordingOff } from "./ours.ts";
import { recordingInPage } from "./page.ts";
import { type Contender, loopRows, type RowName } from "./rows.ts";

/** In the page as often as elsewhere. */
const rounds = 5;

type Peers = Readonly<Record<string, Contender>>;

export async function benchLoop(): Promise<readonly BenchRow[]> {
  const cpython = findCPython("loop/cpython.py");
  const others = { effection, effect, native, off: recordingOff };
  const peers: Peers = cpython === undefined ? others : { cpython: contenderOf(cpython.ask), ...others };
  const inPage = await recordingInPage(rounds);
  try {
    const rows: BenchRow[] = [];
    for (const { name, unit, better } of loopRows) {
      process.stderr.write(`measuring ${name} …\n`);
      const measured = name === "recording on, page" ? inPage : await measureInTurn(ours[name], peersAt(name, peers));
      rows.push(benchRow(name, unit, better, measured));
    }
    return rows;
  } finally {
    cpython?.close();
  }
}

function peersAt(row: RowName, peers: Peers) {
  return Object.fromEntries(Object.entries(peers).map(([name, peer]) => [name, peer[row]]));
}
