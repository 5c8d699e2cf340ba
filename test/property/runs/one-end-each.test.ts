/**
 * Fault 7: cancel against join against death. Two made-up producers, main's own side of a run, every message carried on its
 * own, and a person who cancels and stops in between, in any order: the run ends once, each mode has one outcome, each lane
 * one end. The same check fails when a dead producer's lanes are ended although they had ended.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import * as runs from "../../../core/runs/run.ts";
import { wrongWith } from "../../support/kept-recording.ts";
import { MadeUpProgram, type ProgramStep } from "../../support/made-up-program.ts";
import type { PlantedBug } from "../../support/planted/planted-bug.ts";
import { plantedModule } from "../../support/planted/planted-module.ts";
import { isMutationRun, rounds } from "../../support/soak.ts";
import { TwoModeRun } from "../../support/two-mode-run.ts";

const endsTwice: PlantedBug = {
  name: "ended-lanes-stay-open",
  module: "core/runs/open-lanes.ts",
  right: "this.#open.delete(id);",
  wrong: "",
};

type Mode = "threads" | "coroutines";
type Move =
  | { readonly what: ProgramStep | "near" | "far" | "die"; readonly mode: Mode }
  | { readonly what: "cancel run" | "stop run" | "wait"; readonly ms: number };

const mode = fc.constantFrom<Mode>("threads", "coroutines");
const inMode = (...what: (ProgramStep | "near" | "far" | "die")[]) =>
  fc.record({ what: fc.constantFrom(...what), mode });
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 8, arbitrary: inMode("make", "make", "return", "cancel", "join", "flush", "near") },
  { weight: 6, arbitrary: inMode("far") },
  { weight: 1, arbitrary: inMode("end", "bye", "die") },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constantFrom("cancel run" as const, "stop run" as const, "wait" as const),
      ms: fc.constantFrom(1, 30, 501),
    }),
  },
);
const moves = fc.record({ bystander: fc.boolean(), moves: fc.array(move, { minLength: 10, maxLength: 120 }) });

/** Makes the moves, lets what is still open come to its end, and gives what is wrong. */
function play({ bystander, moves: all }: { bystander: boolean; moves: Move[] }, createRun: typeof genuine): string[] {
  const world = new TwoModeRun(createRun);
  const programs = {
    threads: new MadeUpProgram(world.threads, "threads"),
    coroutines: new MadeUpProgram(world.coroutines, "coroutines"),
  };
  const run = world.begun(bystander);
  const die = (dead: Mode) => world.endpoints[dead].lost("its process died");
  for (const each of all) {
    world.time.pass(0.007);
    switch (each.what) {
      case "near":
      case "far":
        world.wires[each.mode].carryOne(each.what);
        break;
      case "die":
        die(each.mode);
        break;
      case "cancel run":
        run.cancel();
        break;
      case "stop run":
        run.stop();
        break;
      case "wait":
        world.time.advance(each.ms);
        break;
      default:
        if (each.mode === "threads" || !bystander) programs[each.mode].step(each.what);
    }
  }
  world.deliver();
  world.time.advance(501);
  die("threads");
  world.deliver();
  world.time.advance(501);
  die("coroutines");
  const ends = world.states.filter(({ phase }) => phase === "ended").length;
  return [
    ...(ends === 1 ? [] : [`the run ended ${ends} times`]),
    ...run.state.modes.filter(({ outcome }) => outcome === undefined).map((each) => `${each.mode} has no outcome`),
    ...wrongWith(world.journal),
  ];
}

const genuine = (options: runs.RunOptions) => new runs.Run(options);

test("whoever comes first of cancel, stop, an end, a join and a death, everything ends once", {
  timeout: 600_000,
}, () => {
  fc.assert(
    fc.property(moves, (given) => {
      expect(play(given, genuine)).toEqual([]);
    }),
    { numRuns: rounds(800, 10_000) },
  );
});

test.skipIf(isMutationRun)("a run that ends lanes twice is found out", { timeout: 60_000 }, async () => {
  const { Run } = await plantedModule(endsTwice, "core/runs/run.ts", runs);
  const result = fc.check(
    fc.property(moves, (given) => play(given, (options) => new Run(options)).length === 0),
    { numRuns: 1_500 },
  );
  expect(result.failed).toBe(true);
});
