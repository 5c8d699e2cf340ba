/**
 * Whether a run of a thread scenario agrees with what CPython did (oracle/SPEC.md, "Comparison"): each strand's events,
 * the outcome, the bags, and what must hold between strands.
 */
import { firstDifference } from "../compare.ts";
import { isObject, type Json, list, number, object, optionalList, text } from "../json.ts";
import type { BodiesResult } from "./bodies-host.ts";
import type { LoggedEvent } from "./shared-log.ts";

/** By how many ms a lower bound may be missed: clocks are read at other moments than events happen. */
const slack = 1;

/** Where and how it differs, in words; null when it agrees. */
export function differenceOfBodies(written: unknown, actual: BodiesResult): string | null {
  const expected = object(written);
  const outcome = object(expected["outcome"]);
  if (actual.outcome.hung && outcome["hung"] !== true) return `hung; ${lastEvents(actual)}`;
  return (
    differenceOfStrands(object(expected["strands"]), actual) ??
    differenceOfOutcome(outcome, actual) ??
    differenceOfBags(object(expected["bags"] ?? {}), actual) ??
    differenceOfOpen(optionalList(expected["max_open"]), actual) ??
    differenceOfOrder(optionalList(expected["before"]), actual) ??
    differenceOfTimes(optionalList(expected["ms"]), actual)
  );
}

function lastEvents({ strands }: BodiesResult): string {
  const open = [...strands].filter(([, events]) => events.at(-1)?.[2] !== "end");
  return `last events of open strands: ${JSON.stringify(open.map(([name, events]) => [name, ...(events.at(-1) ?? []).slice(2)]))}`;
}

function differenceOfStrands(expected: { readonly [name: string]: unknown }, { strands }: BodiesResult): string | null {
  for (const name of new Set([...Object.keys(expected), ...strands.keys()])) {
    const events = strands.get(name);
    if (events === undefined) return `strand "${name}" is missing`;
    if (!Object.hasOwn(expected, name))
      return `strand "${name}" is not expected: ${JSON.stringify(events.slice(0, 3))}`;
    const difference = firstDifference(
      list(expected[name]),
      events.map((event) => event.slice(2)),
    );
    if (difference !== null) return `strand "${name}": ${difference}`;
  }
  return null;
}

function differenceOfOutcome(expected: { readonly [name: string]: unknown }, { outcome }: BodiesResult): string | null {
  const { main, cells, unfinished, hung } = outcome;
  const pairs: readonly (readonly [string, Json])[] = [
    ["main", main],
    ["cells", cells],
    ["unfinished", unfinished],
    ["hung", hung],
  ];
  for (const [name, value] of pairs) {
    const difference = firstDifference([expected[name]], [value]);
    if (difference !== null) return `outcome.${name}: ${difference}`;
  }
  return null;
}

function differenceOfBags(expected: { readonly [name: string]: unknown }, { bags }: BodiesResult): string | null {
  for (const [name, written] of Object.entries(expected)) {
    const [how, values] = list(written);
    const noted = (bags.get(name) ?? []).map(([, value]) => value);
    const got = how === "bag" ? noted.toSorted(byText) : noted;
    const wanted = how === "bag" ? list(values).toSorted(byText) : list(values);
    const difference = firstDifference(wanted, got);
    if (difference !== null) return `${text(how)} "${name}": ${difference}`;
  }
  return null;
}

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

function differenceOfOpen(rules: readonly unknown[], { strands }: BodiesResult): string | null {
  const events = [...strands.values()].flat().toSorted(([a], [b]) => a - b);
  for (const rule of rules) {
    const { enter, exit, max } = object(rule);
    let open = 0;
    let most = 0;
    for (const [, , kind, said] of events) {
      if (kind === "log" && said === enter) open += 1;
      if (kind === "log" && said === exit) open -= 1;
      most = Math.max(most, open);
    }
    if (most > number(max)) return `max_open "${text(enter)}": ${most} at once, at most ${number(max)} allowed`;
  }
  return null;
}

function differenceOfOrder(pairs: readonly unknown[], result: BodiesResult): string | null {
  for (const pair of pairs) {
    const [a, b] = list(pair).map((reference) => locate(result, reference));
    const first = b?.[0];
    if (a === undefined || a.length === 0 || first === undefined)
      return `before ${JSON.stringify(pair)}: no such event`;
    const late = a.find(([n]) => n >= first[0]);
    if (late !== undefined) {
      return `before ${JSON.stringify(pair)}: ${JSON.stringify(late.slice(2))} came after ${JSON.stringify(first.slice(2))}`;
    }
  }
  return null;
}

function differenceOfTimes(rules: readonly unknown[], result: BodiesResult): string | null {
  for (const rule of rules) {
    const [a, b, least, most] = list(rule);
    const from = locate(result, a)[0];
    const to = locate(result, b)[0];
    if (from === undefined || to === undefined) return `ms ${JSON.stringify(rule)}: no such event`;
    const took = to[1] - from[1];
    if (took >= number(least) - slack && took <= number(most)) continue;
    return `ms ${JSON.stringify(rule)}: took ${took.toFixed(1)} ms`;
  }
  return null;
}

/** The events of a reference: `[STRAND, index]`, or `STRAND:TEXT`, where the text may be `start`, `end` or `*`. */
function locate({ strands }: BodiesResult, reference: unknown): readonly LoggedEvent[] {
  if (Array.isArray(reference)) {
    const [strand, index] = list(reference);
    const event = strands.get(text(strand))?.at(number(index));
    return event === undefined ? [] : [event];
  }
  const written = text(reference);
  const colon = written.lastIndexOf(":");
  const events = strands.get(written.slice(0, colon)) ?? [];
  const said = written.slice(colon + 1);
  if (said === "*") return events;
  const isIt = ([, , kind, first]: LoggedEvent) =>
    said === "start" || said === "end" ? kind === said : kind === "log" && first === said;
  return events.filter(isIt).slice(0, 1);
}

/** The limit in ms of a scenario. */
export function limitOf(scenario: unknown): number {
  return isObject(scenario) && typeof scenario["limit_ms"] === "number" ? scenario["limit_ms"] : 10_000;
}
