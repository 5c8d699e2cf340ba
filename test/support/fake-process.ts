/**
 * A forked utility process that does what a test tells it: spawns, says something, exits.
 */
import { EventEmitter } from "node:events";
import type { ForkedProcess } from "../../electron/main/runs/utility-child.ts";

export class FakeProcess extends EventEmitter implements ForkedProcess {
  pid: number | undefined;
  readonly posted: unknown[] = [];
  /** What was done to it, in order. */
  readonly calls: string[] = [];

  /** Whether it answers each question for a sign of life. */
  isAnswering = false;

  postMessage(message: unknown): void {
    this.posted.push(message);
    if (this.isAnswering) this.answerNow();
  }

  /** Gives a sign of life. */
  answerNow(): void {
    this.emit("message", { type: "beat", payload: {} });
  }

  kill(): boolean {
    this.calls.push("kill");
    return this.pid !== undefined;
  }

  spawn(): void {
    this.pid = 4_127;
    this.emit("spawn");
  }

  exit(code: number): void {
    this.pid = undefined;
    this.emit("exit", code);
  }
}
