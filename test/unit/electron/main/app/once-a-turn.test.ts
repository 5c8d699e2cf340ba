import { expect, test } from "vitest";
import { onceATurn } from "../../../../../electron/main/app/once-a-turn.ts";

test("what is asked for several times in a turn is done once, when the turn's work is done", async () => {
  const done: string[] = [];
  const tell = onceATurn(() => done.push("told"));
  tell();
  tell();
  done.push("started");
  await Promise.resolve();
  expect(done).toEqual(["started", "told"]);
  tell();
  await Promise.resolve();
  expect(done).toEqual(["started", "told", "told"]);
});
