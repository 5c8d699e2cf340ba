import { expect, test } from "vitest";
import { Notices } from "../../../../../electron/main/supervision/notices.ts";

test("a notice stands until its matter has passed, one a subject, and each change is told", () => {
  const told: string[][] = [];
  const notices: Notices = new Notices(() => told.push(notices.all));
  notices.raise("threads 1", "threads 1 does not answer");
  notices.raise("pool", "no more threads");
  notices.raise("threads 1", "threads 1 does not answer since noon");
  notices.clear("threads 2");
  notices.clear("threads 1");
  expect(told).toEqual([
    ["threads 1 does not answer"],
    ["threads 1 does not answer", "no more threads"],
    ["threads 1 does not answer since noon", "no more threads"],
    ["no more threads"],
  ]);
});
