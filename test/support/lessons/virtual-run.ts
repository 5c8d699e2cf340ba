/**
 * Runs a lesson's coroutine program on the virtual clock, recorded as in the app: the same events each time.
 */
import { setEventLoop } from "../../../core/asyncio/index.ts";
import { dropUnawaited } from "../../../core/asyncio/never-awaited.ts";
import type { Parameters } from "../../../core/contract/run.ts";
import { setConsoleSink } from "../../../core/programs/console.ts";
import { setLineSink } from "../../../core/programs/mark.ts";
import { type AnyEvent, type EventOf, isKnown, type Json } from "../../../core/trace/event.ts";
import type { Kind } from "../../../core/trace/kinds.ts";
import { coroutinePrograms } from "../../../lessons/coroutine-programs.ts";
import { completeParameters } from "../../../lessons/lesson.ts";
import { lessonById } from "../../../lessons/manifest.ts";
import { RecordedLoop, readable, unit } from "../../unit/core/trace/adapters/recorded-loop.ts";
import { useVirtualThreads } from "./virtual-executor.ts";

/** What a run on the virtual clock left. */
export class VirtualRun {
  readonly result: Json;
  readonly events: readonly AnyEvent[];
  readonly #recorded: RecordedLoop;

  constructor(result: Json, recorded: RecordedLoop) {
    this.result = result;
    this.events = recorded.events();
    this.#recorded = recorded;
  }

  /** The events of one kind, of one lane if it is named. */
  of<K extends Kind>(kind: K, lane?: string): readonly EventOf<K>[] {
    return this.events.filter(
      (event): event is EventOf<K> =>
        isKnown(event) && event.kind === kind && (lane === undefined || this.lane(event) === lane),
    );
  }

  /** The name of an event's lane. */
  lane(event: AnyEvent): string {
    return this.#recorded.nameOf(event.lane) ?? "?";
  }

  /** The id of a lane. */
  laneOf(name: string): number | undefined {
    return this.#recorded.laneOf(name);
  }

  /** What the program wrote to its console. */
  get console(): string {
    return this.of("output")
      .map((event) => event.text)
      .join("");
  }

  /** The whole recording, a line an event. */
  get text(): string {
    return readable(this.#recorded, this.events);
  }
}

/** Runs a lesson's coroutines to their end, with its defaults and `given` laid over them. */
export async function runVirtually(id: string, given: Parameters = {}): Promise<VirtualRun> {
  const lesson = lessonById(id);
  const program = coroutinePrograms[id];
  if (lesson === undefined || program === undefined) throw new Error(`there is no lesson "${id}" with coroutines`);
  const recorded = new RecordedLoop(unit.second);
  const { adapter, loop, now, writer } = recorded;
  // What other tests left unawaited is no business of this run.
  dropUnawaited(loop);
  setEventLoop(loop);
  useVirtualThreads(loop);
  setConsoleSink((text, stream) => adapter.output(text, stream));
  setLineSink((code, line) => void writer.line(now(), adapter.currentLane, code.file, line));
  try {
    const result = await program.main(completeParameters(lesson, given));
    loop.close();
    return new VirtualRun(result, recorded);
  } finally {
    setEventLoop(null);
    setConsoleSink(null);
    setLineSink(null);
  }
}
