/**
 * A GPU process that dies does not end the app: see supervision/graphics-watch.ts.
 */
import { app } from "electron/main";
import { type Language, translate } from "../../../core/i18n/index.ts";
import { monotonicMicros } from "../../node/monotonic-clock.ts";
import { after } from "../../node/timers.ts";
import { GraphicsWatch } from "../supervision/graphics-watch.ts";
import type { Notices } from "../supervision/notices.ts";
import { RestartPolicy } from "../supervision/restart-policy.ts";
import { logWarning } from "./log.ts";

/** Under which the notice is kept. */
const subject = "graphics";

/** Watches over the GPU process from now on. */
export function keepGraphicsAlive(language: Language, notices: Notices): void {
  const watch = new GraphicsWatch({
    restarts: new RestartPolicy(monotonicMicros),
    after,
    isAccelerated: () => app.getGPUFeatureStatus().gpu_compositing === "enabled",
    liftLimit: () => app.commandLine.appendSwitch("disable-gpu-process-crash-limit"),
    onTrouble: (deaths) => {
      if (deaths === undefined) notices.clear(subject);
      else notices.raise(subject, translate(language, "problem.graphics", { deaths }));
    },
  });
  app.on("child-process-gone", (_event, { type, reason, exitCode }) => {
    if (type !== "GPU" || reason === "clean-exit") return;
    logWarning(`the GPU process died: ${reason}, code ${exitCode}`);
    watch.died();
  });
}
