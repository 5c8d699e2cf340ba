/**
 * Runs the benchmark's programs on the product's own thread host; only the recording is left out. One program at a time.
 */
import { HostWithoutMain } from "../../support/threads/host-without-main.ts";

export class BenchHost {
  readonly #host: HostWithoutMain;

  /** `workerFile`: the bundled entry of the workers. */
  constructor(workerFile: string) {
    this.#host = new HostWithoutMain(workerFile);
  }

  /** Ends the workers that are there. */
  close(): void {
    this.#host.close();
  }

  /** Runs a program, with the GIL or without, and gives its figure. @throws Error when it raises. */
  async measure(program: string, gil: "on" | "off"): Promise<number> {
    const run = await this.#host.begin(program, { gil });
    const outcome = await run.ended;
    run.close();
    if (typeof outcome.value === "number") return outcome.value;
    throw new Error(`the program "${program}" gave no figure: ${outcome.error ?? outcome.how}`);
  }
}
