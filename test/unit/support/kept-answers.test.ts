import { describe, expect, it } from "vitest";
import { keepAnswers } from "../../e2e/kept-answers.ts";

/** An app that is asked in this process; of the questions whose number is in `loses` it does what is asked and loses the answer. */
function fakeApp(loses: readonly number[]) {
  let asked = 0;
  const app = {
    evaluate: async (question: (electron: object, argument: unknown) => unknown, argument: unknown) => {
      asked += 1;
      const answer = await question({ name: "electron" }, argument);
      if (loses.includes(asked)) throw new Error("evaluate: Resulting promise was garbage collected.");
      return answer;
    },
  };
  keepAnswers(app);
  return app;
}

describe("questions to main", () => {
  it("are answered, with their argument and with Electron", async () => {
    const app = fakeApp([]);
    expect(await app.evaluate((electron, argument) => [electron, argument], 7)).toEqual([{ name: "electron" }, 7]);
  });

  it("are asked once, also where the answer was collected on its way", async () => {
    Reflect.set(globalThis, "timesAsked", 0);
    const question = async () =>
      Reflect.set(globalThis, "timesAsked", Number(Reflect.get(globalThis, "timesAsked")) + 1);
    const app = fakeApp([1, 3]);
    expect([await app.evaluate(question, 0), await app.evaluate(question, 0)]).toEqual([true, true]);
    expect(Reflect.get(globalThis, "timesAsked")).toBe(2);
  });

  it("fail as they failed in main", async () => {
    const app = fakeApp([]);
    const failing = app.evaluate(() => Promise.reject(new Error("there is no window")), 0);
    await expect(failing).rejects.toThrow("there is no window");
  });
});
