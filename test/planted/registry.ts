/**
 * The bugs that the tests must notice, by area. `npm run planted` plants one at a time and runs the test that is named with
 * it, which must fail; as a stage of `npm test` it does so with all.
 */
import type { NoticedBug } from "../support/planted/planted-bug.ts";
import { bugs as asyncio } from "./asyncio.ts";
import { bugs as formats } from "./formats.ts";
import { bugs as journal } from "./journal.ts";
import { bugs as main } from "./main.ts";
import { bugs as renderer } from "./renderer.ts";
import { bugs as runs } from "./runs.ts";
import { bugs as threadHost } from "./thread-host.ts";
import { bugs as threading } from "./threading.ts";
import { bugs as trace } from "./trace.ts";

export const plantedBugs: readonly NoticedBug[] = [
  ...asyncio,
  ...threading,
  ...trace,
  ...journal,
  ...formats,
  ...runs,
  ...threadHost,
  ...renderer,
  ...main,
];
