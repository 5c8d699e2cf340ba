import { beforeEach, describe, expect, test } from "vitest";
import { SharedMemory } from "../../../../core/threading/memory.ts";
import {
  abandon,
  free,
  freeOwn,
  markWaited,
  OwnerGone,
  ownerGoneIn,
  ownerIn,
  tryTake,
} from "../../../../core/threading/ownership.ts";

const [one, other] = [640, 656];
let memory: SharedMemory;
let word: number;
beforeEach(() => {
  memory = SharedMemory.create(1, 64 * 1_024);
  word = memory.allocate(2);
});

describe("a word that says who owns it", () => {
  test("is taken by one at a time, and names it", () => {
    expect([tryTake(memory, word, one), tryTake(memory, word, other)]).toEqual([true, false]);
    expect(ownerIn(markWaited(memory.load(word)))).toBe(one);
    expect([free(memory, word), free(memory, word)]).toEqual([true, false]);
  });

  test("notes once that its owner is gone, and is not taken for that", () => {
    tryTake(memory, word, one);
    expect(abandon(memory, word, other, OwnerGone.killed)).toBe(false);
    expect(abandon(memory, word, one, OwnerGone.ended)).toBe(true);
    expect(abandon(memory, word, one, OwnerGone.killed)).toBe(false);
    expect([ownerIn(memory.load(word)), ownerGoneIn(memory.load(word))]).toEqual([one, OwnerGone.ended]);
    expect(tryTake(memory, word, other)).toBe(false);
  });

  test("is not freed by a thread whose place another has taken", () => {
    tryTake(memory, word, other);
    freeOwn(memory, word, one);
    expect(ownerIn(memory.load(word))).toBe(other);
    freeOwn(memory, word, other);
    expect(memory.load(word)).toBe(0);
  });
});
