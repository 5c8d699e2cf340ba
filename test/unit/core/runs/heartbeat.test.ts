import { beforeEach, describe, expect, test } from "vitest";
import { Heartbeat } from "../../../../core/runs/heartbeat.ts";
import { ManualTime } from "../../../support/manual-time.ts";

let time: ManualTime;
let heart: Heartbeat;
let asked: number;
let isBlocked: boolean;
let told: string[];

beforeEach(() => {
  time = new ManualTime();
  asked = 0;
  isBlocked = false;
  told = [];
  heart = new Heartbeat({
    now: time.now,
    after: time.after,
    ask: () => {
      asked += 1;
      if (!isBlocked) time.after(3, () => heart.heard());
    },
    onSilent: (silence) => told.push(`silent ${Math.round(silence / 1_000)}`),
    onAnswering: () => told.push("answers"),
  });
  time.advance(250);
});

/** The asking side does nothing for so long: its timers come late, and what was said meanwhile is heard after them. */
function sleepOver(ms: number): void {
  time.pass(ms);
}

describe("a heartbeat", () => {
  test("says that the process answers, once", () => {
    time.advance(60_000);
    expect(told).toEqual(["answers"]);
    expect(heart.hasAnswered).toBe(true);
  });

  test("finds a blocked process within a second, and tells its recovery", () => {
    for (let phase = 0; phase < 10; phase++) {
      isBlocked = false;
      heart.heard();
      time.advance(2_000 + phase * 11);
      told = [];
      isBlocked = true;
      time.advance(1_000);
      expect(told, `blocked ${phase * 11} ms later`).toEqual([expect.stringMatching(/^silent [789]\d\d$/)]);
      time.advance(10_000);
      expect(told).toHaveLength(1);
      heart.heard();
      expect(told.at(-1)).toBe("answers");
    }
  });

  test("leaves a process that is silent for long no heap of questions", () => {
    isBlocked = true;
    time.advance(200);
    const before = asked;
    time.advance(3_600_000);
    expect(asked).toBe(before);
  });

  test("gives a process time to boot", () => {
    told = [];
    const booting = new Heartbeat({
      now: time.now,
      after: time.after,
      ask: () => {},
      onSilent: () => told.push("did not boot"),
      onAnswering: () => {},
    });
    time.advance(14_800);
    expect(told).toEqual([]);
    time.advance(400);
    expect(told).toEqual(["did not boot"]);
    expect(booting.hasAnswered).toBe(false);
  });

  test("tells nothing after it was stopped", () => {
    heart.stop();
    isBlocked = true;
    time.advance(20_000);
    heart.heard();
    expect(told).toEqual(["answers"]);
  });
});

describe("a heartbeat's beats", () => {
  test("come every 100 ms, one question each while answers come", () => {
    const before = asked;
    time.advance(1_000);
    expect(asked - before).toBe(10);
  });

  test("count a silence from the last answer: 800 ms are too long, and less is not", () => {
    heart.heard();
    isBlocked = true;
    time.advance(50);
    // The beats are at 50, 150, … from here; the first counts what passed since the beat before it, too.
    time.advance(650);
    expect([told, heart.isSilent]).toEqual([["answers"], false]);
    time.advance(100);
    expect([told.at(-1), heart.isSilent]).toEqual(["silent 800", true]);
    heart.heard();
    expect([told.at(-1), heart.isSilent]).toEqual(["answers", false]);
  });

  test("are told a silence again after each answer, from nothing", () => {
    isBlocked = true;
    time.advance(1_000);
    heart.heard();
    time.advance(650);
    expect(told).toEqual(["answers", "silent 800", "answers"]);
    time.advance(300);
    expect(told).toEqual(["answers", "silent 800", "answers", "silent 800"]);
  });

  test("ask again as soon as an answer came, and not before", () => {
    isBlocked = true;
    time.advance(100);
    const before = asked;
    time.advance(500);
    expect(asked).toBe(before);
    heart.heard();
    time.advance(100);
    expect(asked).toBe(before + 1);
  });

  test("count a stretch in which main was not awake as two beats at most", () => {
    isBlocked = true;
    heart.heard();
    for (let stretch = 0; stretch < 3; stretch++) {
      sleepOver(10_000);
      time.advance(0);
    }
    expect(heart.isSilent).toBe(false);
    sleepOver(10_000);
    time.advance(0);
    expect(told.at(-1)).toBe("silent 800");
  });

  test("end when it is stopped: nothing is asked any more", () => {
    const before = asked;
    heart.stop();
    time.advance(5_000);
    expect([asked, heart.isSilent, heart.hasAnswered]).toEqual([before, false, true]);
  });
});

describe("the clock of these tests", () => {
  test("never runs backwards: a timer that is late finds the time that has passed", () => {
    const seen: number[] = [];
    const clock = new ManualTime(0);
    clock.after(10, () => seen.push(clock.nowUs));
    clock.pass(5_000);
    clock.advance(1);
    expect([seen, clock.nowUs]).toEqual([[5_000_000], 5_001_000]);
    expect(() => clock.pass(-1)).toThrow("time can't pass by -1 ms");
  });
});

describe("a heartbeat raises no false alarm", () => {
  test("when main itself was busy for long", () => {
    for (let round = 0; round < 50; round++) {
      sleepOver(5_000);
      time.advance(100 + (round % 7) * 13);
    }
    expect(told).toEqual(["answers"]);
  });

  test("when main is always late", () => {
    for (let round = 0; round < 200; round++) {
      sleepOver(450);
      time.advance(5);
    }
    expect(told).toEqual(["answers"]);
  });

  test("when the machine slept for a night, and the answer was on its way", () => {
    time.advance(48);
    sleepOver(8 * 3_600_000);
    time.advance(2_000);
    expect(told).toEqual(["answers"]);
  });

  test("when the clock runs backwards or jumps", () => {
    for (const jump of [-7_000, 3_600_000, -3_600_000]) {
      time.set(jump);
      time.advance(3_000);
    }
    expect(told).toEqual(["answers"]);
  });

  test("but still finds a process that is blocked after the machine woke", () => {
    sleepOver(8 * 3_600_000);
    isBlocked = true;
    time.advance(1_000);
    expect(told.at(-1)).toMatch(/^silent/);
  });
});
