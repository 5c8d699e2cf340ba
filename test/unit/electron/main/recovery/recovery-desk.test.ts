import { beforeEach, describe, expect, test } from "vitest";
import type { Answer } from "../../../../../core/contract/page-protocol.ts";
import type { RecoveryNews } from "../../../../../electron/main/recovery/recover-worker.ts";
import { RecoveryDesk } from "../../../../../electron/main/recovery/recovery-desk.ts";

let heard: string[];
let tell: (news: RecoveryNews) => void;
let searches: number;
let isBusy: boolean;
let answer: Answer;
let desk: RecoveryDesk;

const found = (name: string, more: { setAside?: string; isPostponed?: boolean } = {}): RecoveryNews => ({
  type: "recovered",
  journal: `/data/${name}.journal`,
  setAside: more.setAside,
  isPostponed: more.isPostponed ?? false,
  summary: {
    lesson: "one-job-two-ways",
    modes: [],
    parameters: {},
    started: "2026-01-31T14:05:09.000Z",
    events: 12,
    dropped: 0,
    end: 50,
    errorUs: null,
    lanes: [],
  },
});

beforeEach(() => {
  heard = [];
  searches = 0;
  isBusy = false;
  answer = { ok: true, path: "/files/saved.spinscope" };
  let numbers = 0;
  desk = new RecoveryDesk({
    language: "en",
    find: (onNews) => {
      searches += 1;
      tell = onNews;
    },
    nextNumber: () => {
      numbers -= 1;
      return numbers;
    },
    isBusy: () => isBusy,
    show: ({ number }) => void heard.push(`show ${number}`),
    save: async () => answer,
    settle: (journal) => void heard.push(`settle ${journal}`),
    postpone: (journal) => void heard.push(`postpone ${journal}`),
    onChange: () => void heard.push("change"),
    onSelf: ({ start }) => void heard.push(`self ${start}`),
    onProblem: (sentence) => void heard.push(sentence),
    log: () => {},
  });
  desk.begin();
});

describe("what was recovered", () => {
  test("is looked for once a start, however often the page is loaded", () => {
    desk.begin();
    expect(searches).toBe(1);
  });

  test("is offered as it is found, with what was set aside and whether it waits in the menu", () => {
    tell({ type: "self", self: { pid: 1, start: "5e1f" } });
    tell(found("new", { setAside: "new.corrupt" }));
    tell(found("old", { isPostponed: true }));
    expect(desk.state.offers).toMatchObject([
      { number: -1, lesson: "one-job-two-ways", events: 12, setAside: "new.corrupt", isPostponed: false },
      { number: -2, isPostponed: true },
    ]);
    expect(heard).toEqual(["self 5e1f", "change", "change"]);
  });

  test("is shown, and is then no longer offered", () => {
    tell(found("a"));
    expect(desk.open(-1)).toEqual({ ok: true });
    expect(heard).toEqual(["change", "show -1", "change"]);
    expect(desk.state.offers).toEqual([]);
    expect(desk.open(-1)).toMatchObject({ ok: false });
  });

  test("waits while a run is on: nothing of the run is put aside", () => {
    tell(found("a"));
    isBusy = true;
    expect(desk.open(-1)).toMatchObject({ ok: false, problem: expect.stringContaining("A run is on") });
    expect(desk.state.offers).toHaveLength(1);
  });

  test("is settled when it was saved, and stays offered when it was not", async () => {
    tell(found("a"));
    answer = { ok: true };
    await desk.save(-1);
    answer = { ok: false, problem: "no room" };
    expect(await desk.save(-1)).toEqual(answer);
    expect(desk.state.offers).toHaveLength(1);
    answer = { ok: true, path: "/files/a.spinscope" };
    expect(await desk.save(-1)).toEqual(answer);
    expect(desk.state.offers).toEqual([]);
    expect(heard).toEqual(["change", "settle /data/a.journal", "change"]);
  });

  test("left for later stays in the menu", () => {
    tell(found("a"));
    expect(desk.later(-1)).toEqual({ ok: true });
    expect(desk.state.offers).toMatchObject([{ isPostponed: true }]);
    expect(heard).toEqual(["change", "postpone /data/a.journal", "change"]);
  });

  test("that can't be made whole now is said, with what to do", () => {
    tell({ type: "failed", name: "00000001", reason: "ENOSPC: no space left on device" });
    expect(heard).toEqual([expect.stringMatching(/can’t be recovered yet \(00000001: ENOSPC.*start Spinscope again/)]);
  });
});
