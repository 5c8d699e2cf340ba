/**
 * What the statements and operations of a scenario need of the program that they are part of.
 */
import type { Body } from "../../../core/threading/bodies.ts";
import type { Json } from "../json.ts";
import type { ScenarioObjects } from "./scenario-objects.ts";

/** Arguments by name. */
export type Named = { readonly [name: string]: unknown };

/** What a body is called with. */
export type Call = readonly [root: number, strand: string, args: Named];

export interface ScenarioProgram {
  readonly objects: ScenarioObjects;
  /** The exported function of a body. @throws BadScenario */
  body(name: string): Body;
  /** The exported function that runs a body as a callback. @throws BadScenario */
  callback(name: string): Body;
  /** The arguments with which a body runs as a strand. */
  call(strand: string, args: Named): Call;
  emit(strand: string, ...event: readonly Json[]): void;
  note(bag: string, value: Json): void;
  /** Runs a body inline. */
  inline(strand: string, body: string, args: Named): unknown;
}
