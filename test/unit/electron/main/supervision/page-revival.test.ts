import { beforeEach, describe, expect, test } from "vitest";
import { PageRevival } from "../../../../../electron/main/supervision/page-revival.ts";
import { RestartPolicy } from "../../../../../electron/main/supervision/restart-policy.ts";
import { ManualTime } from "../../../../support/manual-time.ts";

let time: ManualTime;
let told: string[];
let goesOn: boolean;
let revival: PageRevival;

beforeEach(() => {
  time = new ManualTime();
  told = [];
  goesOn = true;
  revival = new PageRevival({
    restarts: new RestartPolicy(time.now),
    after: time.after,
    load: () => told.push(`load at ${(time.nowUs - 1_000_000) / 1_000}`),
    askToGoOn: (deaths) => {
      told.push(`ask after ${deaths}`);
      return Promise.resolve(goesOn);
    },
    end: () => told.push("end"),
  });
});

/** Dies so often, each time as soon as it has loaded. */
async function die(times: number): Promise<void> {
  for (let death = 0; death < times; death++) {
    await revival.died();
    time.advance(1_000);
  }
}

describe("a page that dies", () => {
  test("is loaded again at once", async () => {
    await revival.died();
    expect(told).toEqual(["load at 0"]);
  });

  test("as fast as it loads is loaded later and later, then the person is asked, and nothing goes on without an answer", async () => {
    await die(6);
    expect(told).toEqual([
      "load at 0",
      "load at 1000",
      "load at 2250",
      "load at 3500",
      "load at 5000",
      "ask after 6",
      "load at 5000",
    ]);
    time.advance(3_600_000);
    expect(told).toHaveLength(7);
  });

  test("is loaded at once again when the person wants it, and asked about again when that is no better", async () => {
    await die(12);
    expect(told.filter((each) => each.startsWith("ask"))).toEqual(["ask after 6", "ask after 6"]);
  });

  test("ends the app when the person wants no more", async () => {
    goesOn = false;
    await die(6);
    expect(told.slice(-2)).toEqual(["ask after 6", "end"]);
  });
});
