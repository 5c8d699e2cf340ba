/**
 * Two ends of a wire joined in memory: what one posts the other hears, in order, at the next `deliver`.
 */
import type { Wire } from "../../core/contract/channel.ts";

class MemoryEnd implements Wire {
  readonly sent: unknown[] = [];
  isClosed = false;
  #listener: (message: unknown) => void = () => {};

  post(message: unknown): void {
    if (this.isClosed) throw new Error("posted to a wire that is closed");
    this.sent.push(structuredClone(message));
  }

  listen(listener: (message: unknown) => void): void {
    this.#listener = listener;
  }

  close(): void {
    this.isClosed = true;
  }

  hear(message: unknown): void {
    this.#listener(message);
  }
}

export interface MemoryWires {
  readonly near: MemoryEnd;
  readonly far: MemoryEnd;
  /** Carries over what was posted, also what that brings about, until both ends are silent. Whether anything was. */
  readonly deliver: () => boolean;
  /** Carries over the one message that the `near` or the `far` end posted first, and nothing else. */
  readonly carryOne: (from: "near" | "far") => void;
}

/** A fresh pair. */
export function memoryWires(): MemoryWires {
  const near = new MemoryEnd();
  const far = new MemoryEnd();
  const carry = (from: MemoryEnd, to: MemoryEnd) => {
    const messages = from.sent.splice(0);
    for (const message of messages) to.hear(message);
    return messages.length > 0;
  };
  const deliver = () => {
    let moved = false;
    while (carry(near, far) || carry(far, near)) moved = true;
    return moved;
  };
  const carryOne = (from: "near" | "far") => {
    const [sender, receiver] = from === "near" ? [near, far] : [far, near];
    const message = sender.sent.shift();
    if (message !== undefined) receiver.hear(message);
  };
  return { near, far, deliver, carryOne };
}
