/** Run, Cancel, Stop: what each may do now is said by app/permitted.ts alone. */
import type { RunState } from "../../core/contract/run.ts";
import { withKey } from "../app/accelerator-text.ts";
import type { Commands } from "../app/commands.ts";
import { text } from "../app/language.ts";
import { permitted } from "../app/permitted.ts";
import { Button } from "../ui/button.tsx";

export interface RunButtonsProps {
  readonly run: RunState;
  readonly commands: Commands;
}

export function RunButtons({ run, commands }: RunButtonsProps) {
  const may = permitted(run);
  const again = run.phase === "ended";
  const label = text(run.phase === "preparing" ? "run.preparing" : again ? "run.again" : "run.run");
  return (
    <div class="run-buttons">
      <Button
        kind="primary"
        icon={again ? "again" : "run"}
        enabled={may.run}
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
    </div>
  );
}
