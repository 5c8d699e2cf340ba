/**
 * Which lines the listings follow: the supervisors', or, while a person looks back at something that a thread or task
 * did, that one's.
 */
import type { StageLine, StageMode } from "../../core/contract/worker-protocol.ts";

/** One mode's lines, the one to follow first. */
export type StandingMode = Pick<StageMode, "mode"> & { readonly lines: readonly Pick<StageLine, "lane" | "line">[] };

export interface LeadingLines {
  /** Changes when the listings are to move. */
  readonly leading: string;
  /** The modes with their lines, those to be in view first. */
  readonly standing: readonly StandingMode[];
}

/** `looked`: the lane that is looked at in the past; undefined while nobody looks back, or at none. */
export function leadingLines(standing: readonly StandingMode[], looked: string | undefined): LeadingLines {
  const owner = standing.find(({ lines }) => lines.some(({ lane }) => lane === looked));
  if (owner === undefined) return { leading: standing.map(nameOf).join(" "), standing };
  const isLooked = ({ lane }: { readonly lane: string }): boolean => lane === looked;
  const lines = [...owner.lines.filter(isLooked), ...owner.lines.filter((line) => !isLooked(line))];
  const first = { ...owner, lines };
  return { leading: nameOf(first), standing: [first, ...standing.filter((each) => each !== owner)] };
}

function nameOf({ mode, lines: [first] }: StandingMode): string {
  return `${mode}:${first === undefined ? "" : `${first.lane}:${first.line}`}`;
}
