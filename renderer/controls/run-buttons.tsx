/** Run, Cancel, Stop: what each may do now is said by app/permitted.ts alone. */
import { withKey } from "../app/accelerator-text.ts";
import type { Commands } from "../app/commands.ts";
import { text } from "../app/language.ts";
import type { PageState } from "../app/state.ts";
import { isKnown } from "../lessons/unknown-lesson.ts";
import { Button } from "../ui/button.tsx";

export interface RunButtonsProps {
  readonly state: PageState;
  readonly commands: Commands;
}

export function RunButtons({ state, commands }: RunButtonsProps) {
  const run = state.run.value;
  const may = state.may.value;
  const { earlier } = state.recording.value;
  const again = run.phase === "ended" && run.lesson === state.lesson.value.id;
  const label = text(run.phase === "preparing" ? "run.preparing" : again ? "run.again" : "run.run");
  return (
    <div class="run-buttons" data-earlier={earlier === "none" ? undefined : earlier}>
      <Button
        kind="primary"
        icon={again ? "again" : "run"}
        enabled={may.run && isKnown(state.lesson.value)}
        title={withKey(label, "run")}
        onPress={commands.run}
      >
        {label}
      </Button>
      <Button
        icon="cancel"
        enabled={may.cancel}
        title={withKey(text("run.cancel.hint"), "cancel")}
        onPress={commands.cancel}
      >
        {text("run.cancel")}
      </Button>
      <Button icon="stop" enabled={may.stop} title={withKey(text("run.stop.hint"), "stop")} onPress={commands.stop}>
        {text("run.stop")}
      </Button>
      {earlier !== "none" && (
        <Button
          icon={earlier === "shown" ? "forth" : "back"}
          enabled={may.earlier}
          title={withKey(text(`run.earlier.${earlier}.hint`), "earlier")}
          onPress={commands.earlier}
        >
          <span class="button-words">{text(`run.earlier.${earlier}`)}</span>
        </Button>
      )}
    </div>
  );
}
