/**
 * The worker's end of its port to main: the recording comes in, is taken in a little in each turn, and how much of it was
 * taken in goes back, so that main sees a worker that falls behind. Invariant: what the window shows of a recording has
 * passed here, where its texts become such as may be shown; the recording itself, which is main's, keeps them as they are.
 */
import { Channel, type Wire } from "../../../core/contract/channel.ts";
import { fromTimeline, toTimeline } from "../../../core/contract/timeline-protocol.ts";
import { shownText } from "../../../core/text/shown-text.ts";
import { Recording } from "../../../core/timeline/recording.ts";
import { Intake } from "./intake.ts";

export interface FeedListener {
  /** A new recording, of that lesson: what was shown goes. */
  onBegin(recording: Recording, lesson: string): void;
  /** It has grown, or its bound on the error has changed. */
  onChange(): void;
  onEnd(): void;
  onRefused(reason: string): void;
}

export class Feed {
  readonly #listener: FeedListener;
  readonly #local: () => number;
  readonly #intake: Intake;
  #channel: Channel<typeof fromTimeline, typeof toTimeline> | undefined;
  #recording: Recording | undefined;

  /** `local`: the worker's own clock, µs. `soon` calls in a later turn. */
  constructor(listener: FeedListener, local: () => number, soon: (act: () => void) => void) {
    this.#listener = listener;
    this.#local = local;
    this.#intake = new Intake(soon, () => local() / 1_000);
  }

  /** Whether more has come than was taken in. */
  get isBehind(): boolean {
    return this.#intake.isBehind;
  }

  /** From here on the recording comes over this wire, from its start; another wire is closed. */
  connect(wire: Wire): void {
    this.#channel?.close();
    this.#intake.clear();
    this.#channel = new Channel({
      name: "timeline ⇄ main",
      wire,
      outgoing: fromTimeline,
      incoming: toTimeline,
      onRefused: (reason) => this.#listener.onRefused(reason),
      handlers: {
        begin: ({ run, modes, lesson, file, lanes }) => {
          this.#recording = new Recording(run, modes, file);
          this.#recording.declare((lanes ?? []).map((lane) => ({ ...lane, name: shownText(lane.name) })));
          this.#listener.onBegin(this.#recording, lesson);
        },
        batch: ({ run, batch }) => {
          const arrived = this.#local();
          this.#inTurn(run, (recording) => {
            recording.take({ ...batch, texts: batch.texts.map(shownText) }, arrived);
            this.#channel?.send("taken", { run, events: recording.table.length });
            this.#listener.onChange();
          });
        },
        alignment: ({ run, errorUs }) =>
          this.#inTurn(run, (recording) => {
            recording.errorUs = errorUs;
            this.#listener.onChange();
          }),
        end: ({ run, end, dropped }) =>
          this.#inTurn(run, (recording) => {
            recording.finish(end, dropped);
            this.#listener.onEnd();
          }),
      },
    });
  }

  /** `take` is done with that run's recording when all that came before it was; not at all when another run has followed. */
  #inTurn(run: number, take: (recording: Recording) => void): void {
    this.#intake.add(() => {
      const recording = this.#of(run);
      if (recording !== undefined) take(recording);
    });
  }

  /** The recording of that run; undefined for a run that another has followed. */
  #of(run: number): Recording | undefined {
    return this.#recording?.run === run ? this.#recording : undefined;
  }
}
