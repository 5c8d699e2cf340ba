/**
 * Questions to main whose answers can't be lost. Playwright asks by the inspector, which holds the promise of an answer
 * weakly: in a main that is busy the garbage collector can take it first, and the test is told so in place of the answer.
 * Here main keeps each answer until the next ones are asked for; one that was taken is fetched without asking again.
 */
/** As Playwright says that it happened. */
const taken = /promise was garbage collected/i;

interface Question {
  readonly id: number;
  /** The text of the function that is asked. */
  readonly source: string;
  readonly argument: unknown;
}

/** Asks in main, and keeps the answer there. Invariant: it stands alone, for its text is what main gets. */
function askAndKeep(electron: object, { id, source, argument }: Question): unknown {
  /** Of so many questions main keeps the answers: more than are ever asked at once. */
  const mostKept = 100;
  const kept: Map<number, unknown> = Reflect.get(globalThis, "keptAnswers") ?? new Map();
  Reflect.set(globalThis, "keptAnswers", kept);
  const ask: unknown = Reflect.get(globalThis, "eval")(`(${source})`);
  if (typeof ask !== "function") throw new Error("what is asked is no function");
  const answer: unknown = ask(electron, argument);
  kept.set(id, answer);
  kept.delete(id - mostKept);
  return answer;
}

/** The answer that is kept under that number. */
function fetchKept(_electron: object, id: number): unknown {
  const kept: unknown = Reflect.get(globalThis, "keptAnswers");
  if (!(kept instanceof Map) || !kept.has(id)) throw new Error(`the answer ${id} was not kept`);
  return kept.get(id);
}

/** Has `evaluate` of this app, Playwright's `ElectronApplication`, lose no answer. */
export function keepAnswers(app: object): void {
  const evaluate: unknown = Reflect.get(app, "evaluate");
  if (typeof evaluate !== "function") throw new Error("who is asked has no evaluate");
  const ask = (...words: readonly unknown[]): unknown => Reflect.apply(evaluate, app, words);
  let questions = 0;
  Reflect.set(app, "evaluate", async (question: unknown, argument?: unknown): Promise<unknown> => {
    const id = ++questions;
    try {
      return await ask(askAndKeep, { id, source: String(question), argument });
    } catch (error) {
      if (!taken.test(String(error))) throw error;
      return await ask(fetchKept, id);
    }
  });
}
