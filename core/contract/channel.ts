/**
 * The one wrapper that all traffic between processes goes through. It opens every received message against its
 * schema, refuses and counts what does not fit, records what a person or a program caused (sent, received,
 * handled), and only counts the recorder's own traffic.
 * Invariants: a handler never sees an unchecked payload; a refused message changes nothing but the count.
 */
import type { MessageRecorder } from "../trace/message-recorder.ts";
import { dispatchTable, type Handlers } from "./dispatch.ts";
import { type MessageMap, openEnvelope, type PayloadOf, payloadBytes } from "./envelope.ts";

/** The seam to what carries the messages: a port, a child process, a worker; joined in memory in tests. */
export interface Wire {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
  close(): void;
}

export interface ChannelOptions<Out extends MessageMap, In extends MessageMap> {
  /** As the timeline shows it: `main ⇄ threads`. */
  readonly name: string;
  readonly wire: Wire;
  readonly outgoing: Out;
  readonly incoming: In;
  readonly handlers: Handlers<In>;
  /** Told of each refused message, with a sentence saying why. */
  readonly onRefused?: (reason: string) => void;
}

export interface ChannelCounts {
  sent: number;
  received: number;
  refused: number;
  /** Bytes of the recorder's own traffic, both ways. */
  bytes: number;
}

export class Channel<Out extends MessageMap, In extends MessageMap> {
  readonly name: string;
  readonly counts: ChannelCounts = { sent: 0, received: 0, refused: 0, bytes: 0 };
  readonly #options: ChannelOptions<Out, In>;
  readonly #dispatch: ReadonlyMap<string, (payload: unknown) => void>;
  #recorder: MessageRecorder | undefined;
  #closed = false;

  constructor(options: ChannelOptions<Out, In>) {
    this.name = options.name;
    this.#options = options;
    this.#dispatch = dispatchTable(options.incoming, options.handlers);
    options.wire.listen((message) => this.#receive(message));
  }

  /** From now on recorded messages are written here; `undefined` ends that. */
  record(recorder: MessageRecorder | undefined): void {
    this.#recorder = recorder;
  }

  /** Sends one message. After `close` it does nothing: the peer is gone, and posting to it may crash main. */
  send<T extends keyof Out & string>(type: T, payload: PayloadOf<Out, T>): void {
    if (this.#closed) return;
    this.counts.sent += 1;
    this.counts.bytes += this.#options.outgoing[type]?.weigh?.(payload) ?? 0;
    const recorder = this.#options.outgoing[type]?.recorded ? this.#recorder : undefined;
    if (recorder === undefined) this.#options.wire.post({ type, payload });
    else this.#options.wire.post({ type, payload, id: recorder.sent(type, payloadBytes(payload)) });
  }

  /** What a message said could not be: it fitted its schema and changed nothing, and counts as refused. */
  refuse(reason: string): void {
    this.counts.refused += 1;
    this.#options.onRefused?.(`${this.name}: ${reason}`);
  }

  /** Ends the channel: nothing is sent or handled any more. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#options.wire.close();
  }

  #receive(raw: unknown): void {
    if (this.#closed) return;
    const opened = openEnvelope(this.#options.incoming, raw);
    if (!opened.ok) {
      this.refuse(opened.reason);
      return;
    }
    const { type, payload, id } = opened;
    this.counts.received += 1;
    this.counts.bytes += this.#options.incoming[type]?.weigh?.(payload) ?? 0;
    const recorder = opened.recorded && id !== undefined ? this.#recorder : undefined;
    if (id !== undefined) recorder?.received(id, type, payloadBytes(payload));
    this.#dispatch.get(type)?.(payload);
    if (id !== undefined) recorder?.handled(id, type);
  }
}
