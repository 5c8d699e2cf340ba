/**
 * Ours and its peers measured in turn, so that what else the machine does meets them all.
 */
import type { Rounds } from "./row.ts";

/** Measures once. */
export type Measurement = () => Promise<number>;

/** What a contender can do, by row. */
export type Contender<Row extends string> = Readonly<Partial<Record<Row, Measurement>>>;

/** Each measures a row this often; a round before that compiles it. */
const rounds = 5;

/** The figures of a row; who has no such measurement is left out. */
export async function measureInTurn(
  ours: Measurement | undefined,
  peers: Readonly<Record<string, Measurement | undefined>>,
): Promise<Rounds> {
  const measured: { readonly ours: number[]; readonly peers: Record<string, number[]> } = { ours: [], peers: {} };
  for (let round = -1; round < rounds; round++) {
    const figure = await ours?.();
    if (figure !== undefined && round >= 0) measured.ours.push(figure);
    for (const [name, peer] of Object.entries(peers)) {
      const value = await peer?.();
      if (value === undefined || round < 0) continue;
      measured.peers[name] ??= [];
      measured.peers[name].push(value);
    }
  }
  return measured;
}
