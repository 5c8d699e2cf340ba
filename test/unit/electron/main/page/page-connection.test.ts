import { beforeEach, describe, expect, test } from "vitest";
import type { Wire } from "../../../../../core/contract/channel.ts";
import { PageConnection } from "../../../../../electron/main/page/page-connection.ts";
import { memoryWires } from "../../../../support/memory-wire.ts";

let opened: { readonly name: string; readonly wire: Wire; readonly close: () => void }[];
let timelines: Wire[];
let connection: PageConnection;
let lost: string[];

const listener = {
  prepared: () => {},
  producer: () => {},
  batch: () => {},
  ended: () => {},
  called: () => {},
  settled: () => {},
  bye: () => {},
  lost: (reason: string) => void lost.push(reason),
};

beforeEach(() => {
  opened = [];
  timelines = [];
  lost = [];
  connection = new PageConnection({
    openPort: (name, close) => {
      const { near } = memoryWires();
      // As Electron's ports do, it tells its close also when it was closed from here, and at once.
      const wire: Wire = {
        post: (message) => near.post(message),
        listen: (heard) => near.listen(heard),
        close: () => {
          near.close();
          close();
        },
      };
      opened.push({ name, wire, close });
      return wire;
    },
    onTimeline: (wire) => void timelines.push(wire),
    onTimelineClosed: (wire) => void timelines.splice(timelines.indexOf(wire), 1),
    pid: () => 7,
    now: () => 0,
    onRefused: () => {},
  });
});

const part = { program: true, serves: false };

describe("a page", () => {
  test("gets two ports when it has loaded, and two new ones when it loads again", () => {
    connection.connect();
    expect(opened.map(({ name }) => name)).toEqual(["coroutines", "timeline"]);
    connection.connect();
    expect(opened.map(({ name }) => name)).toEqual(["coroutines", "timeline", "coroutines", "timeline"]);
  });

  test("that loads again loses what it ran", () => {
    connection.connect();
    connection.coroutines?.prepare(1, "lesson", {}, part, listener);
    connection.connect();
    expect(lost).toEqual(["The page was loaded again."]);
    expect(connection.coroutines).toBeDefined();
  });

  test("whose port closes is no producer any more", () => {
    connection.connect();
    connection.coroutines?.prepare(1, "lesson", {}, part, listener);
    opened[0]?.close();
    expect(lost).toEqual(["The page was closed or died."]);
    expect(connection.coroutines).toBeUndefined();
    opened[1]?.close();
    expect(timelines).toEqual([]);
  });

  test("is not disturbed when an earlier page's port closes late", () => {
    connection.connect();
    connection.connect();
    const present = connection.coroutines;
    opened[0]?.close();
    expect(connection.coroutines).toBe(present);
  });

  test("that did not answer Stop is given a new port, so that the next run can use it", () => {
    connection.connect();
    const first = connection.coroutines;
    first?.prepare(1, "lesson", {}, part, listener);
    first?.kill("it did not answer Stop in time");
    expect(lost).toEqual(["it did not answer Stop in time"]);
    expect(connection.coroutines).toBeDefined();
    expect(connection.coroutines).not.toBe(first);
    expect(opened.map(({ name }) => name)).toEqual(["coroutines", "timeline", "coroutines"]);
  });
});
