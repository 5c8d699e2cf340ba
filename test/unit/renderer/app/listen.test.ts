import { signal } from "@preact/signals";
import { describe, expect, it, vi } from "vitest";
import type { PageApi, PageEvent } from "../../../../core/contract/page-api.ts";
import type { Theme } from "../../../../core/contract/page-protocol.ts";
import type { RecordingState } from "../../../../core/contract/recording-state.ts";
import type { RunState } from "../../../../core/contract/run.ts";
import { completeParameters } from "../../../../lessons/lesson.ts";
import { oneJobTwoWays } from "../../../../lessons/one-job-two-ways/lesson.ts";
import { createCommands } from "../../../../renderer/app/commands.ts";
import { listenToMain } from "../../../../renderer/app/listen.ts";
import { createPageState } from "../../../../renderer/app/state.ts";
import { chooseLesson } from "../../../../renderer/lessons/choose-lesson.ts";

const running: RunState = {
  phase: "running",
  lesson: "one-job-two-ways",
  modes: [{ mode: "coroutines", phase: "running" }],
  cancelled: false,
  events: 3,
  dropped: 0,
  errorUs: 80,
};

/** A file of the lesson on tasks, as main tells that it is shown. */
const opened: RecordingState = {
  shown: {
    number: -1,
    file: { name: "tasks.spinscope", cut: "The file ends early: 12 events were read. Ask for the whole of it." },
    lesson: "a-task-can-be-cancelled",
    modes: [{ mode: "coroutines", phase: "ended", outcome: { how: "returned", value: 1 } }],
    parameters: { job: 2 },
    started: "",
    events: 12,
    dropped: 0,
    errorUs: null,
    saved: true,
  },
  earlier: "none",
  opening: null,
};

function openPage() {
  let tell: (event: PageEvent) => void = () => {};
  const request = vi.fn<PageApi["request"]>(() => Promise.resolve({ ok: true }));
  const api: PageApi = {
    request,
    openDropped: () => Promise.resolve({ ok: true }),
    onEvent(listener) {
      tell = listener;
      return () => {};
    },
  };
  const state = createPageState(oneJobTwoWays, signal(undefined));
  const commands = createCommands(state, api, () => undefined);
  const timeline = { zoomIn: vi.fn(), zoomOut: vi.fn(), fit: vi.fn(), toggleFollow: vi.fn() };
  const theme = signal<Theme>("system");
  listenToMain({ api, state, commands, timeline, theme });
  return { state, theme, commands, request, timeline, tell: (event: PageEvent) => tell(event) };
}

describe("a page that listens to main", () => {
  it("shows the modes chosen for the next run, and while a run is on those of the run", () => {
    const page = openPage();
    expect(page.state.shownModes.value).toEqual(["threads", "coroutines"]);
    page.tell({ type: "run.state", payload: running });
    expect(page.state.shownModes.value).toEqual(["coroutines"]);
    page.tell({ type: "run.state", payload: { ...running, phase: "ended" } });
    expect(page.state.shownModes.value).toEqual(["threads", "coroutines"]);
  });

  it("says what went wrong with a run once, also when main repeats it", () => {
    const page = openPage();
    page.tell({ type: "run.state", payload: { ...running, problem: "The disk is full. Free some space." } });
    expect(page.state.note.value).toEqual({ tone: "problem", sentence: "The disk is full. Free some space." });
    page.state.note.value = undefined;
    page.tell({ type: "run.state", payload: { ...running, events: 4, problem: "The disk is full. Free some space." } });
    expect(page.state.note.value).toBeUndefined();
  });

  it("says where a save from the menu went, or why it went nowhere", () => {
    const page = openPage();
    page.tell({ type: "saved", payload: { ok: true, path: "recordings/spinner.spinscope" } });
    expect(page.state.note.value).toEqual({ tone: "done", sentence: "Saved to recordings/spinner.spinscope" });
    page.tell({ type: "saved", payload: { ok: false, problem: "The folder can't be written. Choose another." } });
    expect(page.state.note.value).toEqual({
      tone: "problem",
      sentence: "The folder can't be written. Choose another.",
    });
  });

  it("shows an opened file: its lesson, its modes, its parameters, its name, and that it was cut short", () => {
    const { state, tell } = openPage();
    tell({ type: "recording.state", payload: opened });
    expect(state.lesson.value.id).toBe("a-task-can-be-cancelled");
    expect(state.shownModes.value).toEqual(["coroutines"]);
    expect(state.parameters.value["job"]).toBe(2);
    expect(state.shown.value?.file?.name).toBe("tasks.spinscope");
    expect(state.note.value?.sentence).toContain("12 events were read");
  });

  it("leaves the lesson that a person has chosen since then", () => {
    const { state, tell } = openPage();
    tell({ type: "recording.state", payload: opened });
    chooseLesson(state, oneJobTwoWays);
    tell({ type: "recording.state", payload: { ...opened, earlier: "kept" } });
    expect(state.lesson.value).toBe(oneJobTwoWays);
    expect(state.shown.value).toBeUndefined();
  });

  it("shows a file of a lesson that it does not have, without programs and with nothing to run", () => {
    const { state, tell, commands, request } = openPage();
    const { shown } = opened;
    if (shown !== null) tell({ type: "recording.state", payload: { ...opened, shown: { ...shown, lesson: "sums" } } });
    expect(state.lesson.value.id).toBe("sums");
    expect(state.shown.value?.file?.name).toBe("tasks.spinscope");
    commands.run();
    expect(request).not.toHaveBeenCalled();
  });

  it("takes the theme that was chosen in the menu, and says what main could not do", () => {
    const page = openPage();
    page.tell({ type: "theme", payload: { theme: "light" } });
    expect(page.theme.value).toBe("light");
    page.tell({ type: "problem", payload: { sentence: "The file is gone. Choose another." } });
    expect(page.state.note.value).toEqual({ tone: "problem", sentence: "The file is gone. Choose another." });
  });

  it("carries out the menu's commands", () => {
    const page = openPage();
    page.tell({ type: "menu.command", payload: { command: "fit" } });
    expect(page.timeline.fit).toHaveBeenCalledOnce();
    page.tell({ type: "menu.command", payload: { command: "run" } });
    expect(page.request).toHaveBeenCalledWith("run.start", {
      lesson: "one-job-two-ways",
      modes: ["threads", "coroutines"],
      parameters: { ...completeParameters(oneJobTwoWays, {}), gil: "on" },
    });
  });

  it("asks main for nothing that the run does not allow", () => {
    const page = openPage();
    page.commands.cancel();
    page.commands.stop();
    page.commands.export("spinscope");
    expect(page.request).not.toHaveBeenCalled();
    page.tell({ type: "run.state", payload: running });
    page.commands.run();
    expect(page.request).not.toHaveBeenCalled();
    page.commands.cancel();
    expect(page.request).toHaveBeenCalledWith("run.cancel", {}, undefined);
  });

  it("shows what main answers to a request it refuses", async () => {
    const page = openPage();
    page.request.mockResolvedValueOnce({ ok: false, problem: "A run is on. Stop it, and run again." });
    page.commands.run();
    await vi.waitFor(() => expect(page.state.note.value?.sentence).toBe("A run is on. Stop it, and run again."));
  });

  it("shows what is wrong for as long as main says so", () => {
    const { state, tell } = openPage();
    tell({ type: "notices", payload: { sentences: ["The threads do not answer."] } });
    expect(state.notices.value).toEqual(["The threads do not answer."]);
    tell({ type: "notices", payload: { sentences: [] } });
    expect(state.notices.value).toEqual([]);
  });

  it("shows nothing of what is no event, and says so to main", () => {
    const { state, request, tell } = openPage();
    const before = state.run.value;
    for (const payload of [{ ...running, phase: "dead" }, { ...running, extra: 1 }, null]) {
      Reflect.apply(tell, undefined, [{ type: "run.state", payload }]);
    }
    expect(state.run.value).toBe(before);
    expect(request).toHaveBeenCalledTimes(3);
    expect(request).toHaveBeenCalledWith("page.report", expect.objectContaining({ kind: "error" }));
  });
});

describe("a note", () => {
  const refused: PageEvent = {
    type: "problem",
    payload: { sentence: "a was not opened. What was before is still here." },
  };
  const shows = (recording: RecordingState): PageEvent => ({ type: "recording.state", payload: recording });
  const whole = (number: number): RecordingState => {
    const { shown } = opened;
    if (shown === null) throw new Error("nothing is shown");
    return { ...opened, shown: { ...shown, number, file: { name: "b.spinscope" } } };
  };

  it("of a file that was refused goes when another is being opened", () => {
    const { state, tell } = openPage();
    tell(refused);
    tell(shows({ ...opened, shown: null }));
    expect(state.note.value).toBeDefined();
    tell(shows({ ...opened, shown: null, opening: { name: "b.spinscope", read: 0, size: 9 } }));
    expect(state.note.value).toBeUndefined();
  });

  it("goes when something else is shown, and when a run begins", () => {
    const { state, tell } = openPage();
    tell(refused);
    tell(shows(whole(-2)));
    expect(state.note.value).toBeUndefined();
    tell(refused);
    tell(shows(whole(-2)));
    expect(state.note.value).toBeDefined();
    tell({ type: "run.state", payload: running });
    expect(state.note.value).toBeUndefined();
  });

  it("of a run that is on goes with the run, and others stay then", () => {
    const { state, tell, commands } = openPage();
    tell({ type: "run.state", payload: running });
    commands.drop(new File([], "a.spinscope"));
    expect(state.note.value).toMatchObject({ until: "run-over" });
    tell({ type: "run.state", payload: { ...running, phase: "ended" } });
    expect(state.note.value).toBeUndefined();
    tell({ type: "run.state", payload: running });
    tell(refused);
    tell({ type: "run.state", payload: { ...running, phase: "ended" } });
    expect(state.note.value).toBeDefined();
  });

  it("of what failed in the window itself stays until it is dismissed", () => {
    const { state, tell } = openPage();
    state.note.value = { tone: "problem", sentence: "Something failed.", until: "dismissed" };
    tell(shows(whole(-2)));
    expect(state.note.value).toBeDefined();
  });
});
