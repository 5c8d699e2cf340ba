import { EventEmitter } from "node:events";
import { describe, expect, test } from "vitest";
import { EarlyEnds } from "../../../../cli/run/early-ends.ts";

/** A process whose `exit` tells its listeners, as Node's does. */
class MadeUpProcess extends EventEmitter {
  readonly codes: number[] = [];
  exit(code: number): void {
    this.codes.push(code);
    this.emit("exit", code);
  }
  signal(name: string): void {
    this.emit(name, name);
  }
}

function begun() {
  const process = new MadeUpProcess();
  const said: string[] = [];
  const ends = new EarlyEnds({ process, tidyUp: () => said.push("tidy") });
  return { process, said, ends };
}

describe("an end before the regular one", () => {
  test.each([
    ["SIGTERM", 143],
    ["SIGHUP", 129],
    ["SIGINT", 130],
  ])("by %s tidies up and ends with %d", (signal, code) => {
    const { process, said } = begun();
    process.signal(signal);
    expect({ codes: process.codes, said }).toEqual({ codes: [code], said: ["tidy"] });
  });

  test("by a second interrupt tidies up; the first only stops the run", () => {
    const { process, said, ends } = begun();
    ends.onInterrupt(() => said.push("stop") > 0);
    process.signal("SIGINT");
    expect({ codes: process.codes, said }).toEqual({ codes: [], said: ["stop"] });
    process.signal("SIGINT");
    expect({ codes: process.codes, said }).toEqual({ codes: [130], said: ["stop", "tidy"] });
  });

  test("by an interrupt when there is nothing to stop yet ends at once", () => {
    const { process, said, ends } = begun();
    ends.onInterrupt(() => false);
    process.signal("SIGINT");
    expect({ codes: process.codes, said }).toEqual({ codes: [130], said: ["tidy"] });
  });

  test("by exit, as when the reader of the output has gone, tidies up", () => {
    const { process, said } = begun();
    process.exit(0);
    expect(said).toEqual(["tidy"]);
  });

  test("is over once everything is tidy", () => {
    const { process, said, ends } = begun();
    ends.tidyUp();
    ends.tidyUp();
    expect(said).toEqual(["tidy"]);
    expect(process.eventNames()).toEqual([]);
  });
});
