/** The page's entry: it takes what the preload script offers, puts the window together and says that it is ready. */
import "./style/index.css";
import { effect } from "@preact/signals";
import { render } from "preact";
import type { PageApi } from "../core/contract/page-api.ts";
import type { Theme } from "../core/contract/page-protocol.ts";
import type { Lesson } from "../lessons/lesson.ts";
import { lessons } from "../lessons/manifest.ts";
import { App } from "./app/app.tsx";
import { bridgeOf } from "./app/bridge.ts";
import { createCommands } from "./app/commands.ts";
import { listenToDrops } from "./app/drop.tsx";
import { text } from "./app/language.ts";
import { listenToMain } from "./app/listen.ts";
import { receivePorts } from "./app/ports.ts";
import { reportTroubles } from "./app/reports.ts";
import { createPageState } from "./app/state.ts";
import { createTheme } from "./app/theme.ts";
import { fitLessons } from "./lessons/lessons-button.tsx";
import { producePage } from "./run/page-producer.ts";
import { createTimelineWorker } from "./timeline/create-worker.ts";
import { TimelineClient } from "./timeline/timeline-client.ts";

const api = bridgeOf(window);
const [lesson] = lessons;
if (api === undefined || lesson === undefined) render(<p>{text("problem.bridge")}</p>, document.body);
else open(api, lesson);

function open(api: PageApi, lesson: Lesson): void {
  const timeline = new TimelineClient(createTimelineWorker());
  const state = createPageState(lesson, timeline.stage);
  reportTroubles(window, api, state, timeline.problem);
  fitLessons(state);
  const ports = receivePorts(window);
  const { recordSent } = producePage(ports.coroutines);
  const commands = createCommands(state, api, recordSent);
  const theme = createTheme(document.documentElement, localStorage);
  const chooseTheme = (chosen: Theme) => {
    theme.value = chosen;
    void api.request("theme.choose", { theme: chosen });
  };
  listenToMain({ api, state, commands, timeline, theme });
  listenToDrops(window, state, commands);
  effect(() => {
    if (ports.timeline.value !== undefined) timeline.connect(ports.timeline.value);
  });
  effect(() => timeline.mark(state.lesson.value.id, state.lesson.value.lookHere));
  render(
    <App state={state} commands={commands} theme={theme} chooseTheme={chooseTheme} timeline={timeline} />,
    document.body,
  );
  void api.request("page.ready", {});
}
