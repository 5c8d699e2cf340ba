/**
 * The benchmark `loop`: what the event loop does a second, and what a task weighs, beside CPython's asyncio, Effection,
 * Effect and JavaScript's own async functions; with the recording on, beside itself with the recording off.
 */
import { type BenchRow, benchRow, type Rounds } from "../report/row.ts";
import { findCPython } from "./cpython.ts";
import { effect } from "./effect.ts";
import { effection } from "./effection.ts";
import { native } from "./native.ts";
import { ours, recordingOff } from "./ours.ts";
import { recordingInPage } from "./page.ts";
import { type Contender, loopRows, type RowName } from "./rows.ts";

/** Each contender measures a row this often, in turn; a round before that compiles it. */
const rounds = 5;

type Peers = Readonly<Record<string, Contender>>;

export async function benchLoop(): Promise<readonly BenchRow[]> {
  const cpython = findCPython();
  if (cpython === undefined) process.stderr.write("python3 is no CPython here: that peer is left out.\n");
  const others = { effection, effect, native, off: recordingOff };
  const peers: Peers = cpython === undefined ? others : { cpython: cpython.contender, ...others };
  const inPage = await recordingInPage(rounds);
  try {
    const rows: BenchRow[] = [];
    for (const { name, unit, better } of loopRows) {
      process.stderr.write(`measuring ${name} …\n`);
      const measured = name === "recording on, page" ? inPage : await measureInTurn(name, peers);
      rows.push(benchRow(name, unit, better, measured));
    }
    return rows;
  } finally {
    cpython?.close();
  }
}

async function measureInTurn(row: RowName, peers: Peers): Promise<Rounds> {
  const measured: { readonly ours: number[]; readonly peers: Record<string, number[]> } = { ours: [], peers: {} };
  for (let round = -1; round < rounds; round++) {
    const figure = await ours[row]?.();
    if (figure !== undefined && round >= 0) measured.ours.push(figure);
    for (const [name, peer] of Object.entries(peers)) {
      const value = await peer[row]?.();
      if (value === undefined || round < 0) continue;
      measured.peers[name] ??= [];
      measured.peers[name].push(value);
    }
  }
  return measured;
}
