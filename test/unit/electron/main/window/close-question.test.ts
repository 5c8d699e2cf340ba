import { beforeEach, describe, expect, test } from "vitest";
import { type CloseChoice, CloseQuestion } from "../../../../../electron/main/window/close-question.ts";

let unsaved: string[];
let choice: CloseChoice;
let saves: string[];
let canSave: boolean;
let questions: number;
let discards: number;
let question: CloseQuestion<string>;

beforeEach(() => {
  unsaved = ["latest", "earlier"];
  choice = "cancel";
  saves = [];
  canSave = true;
  questions = 0;
  discards = 0;
  question = new CloseQuestion({
    unsaved: () => unsaved,
    ask: async () => {
      questions += 1;
      return choice;
    },
    discard: () => {
      discards += 1;
    },
    save: async (source) => {
      saves.push(source);
      return canSave;
    },
  });
});

describe("the question before the window closes", () => {
  test("is not asked when nothing would be lost", () => {
    expect(question.mayClose).toBe(false);
    unsaved = [];
    expect(question.mayClose).toBe(true);
  });

  test("answered by Cancel keeps the window, and is asked again the next time", async () => {
    expect(await question.ask()).toBe(false);
    expect(question.mayClose).toBe(false);
    expect(await question.ask()).toBe(false);
    expect(questions).toBe(2);
  });

  test("answered by Don't save lets it close", async () => {
    choice = "discard";
    expect(await question.ask()).toBe(true);
    expect(question.mayClose).toBe(true);
    expect([saves, discards]).toEqual([[], 1]);
  });

  test("answered by Save saves each, and closes only when all are saved", async () => {
    choice = "save";
    canSave = false;
    expect(await question.ask()).toBe(false);
    expect(saves).toEqual(["latest"]);
    expect(question.mayClose).toBe(false);
    canSave = true;
    expect(await question.ask()).toBe(true);
    expect(saves).toEqual(["latest", "latest", "earlier"]);
  });

  test("is asked once, however often the window is asked to close meanwhile", async () => {
    const first = question.ask();
    expect(question.ask()).toBeUndefined();
    await first;
    expect(questions).toBe(1);
  });

  test("is not asked where nobody can answer", () => {
    question.askNoMore();
    expect(question.mayClose).toBe(true);
  });
});
