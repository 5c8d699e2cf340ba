/** The files that a recording can become, in a popover of the platform. */
import type { Action } from "../../core/contract/accelerators.ts";
import { exportFormats } from "../../core/contract/page-protocol.ts";
import { Icon } from "../ui/icon.tsx";
import { withKey } from "./accelerator-text.ts";
import type { Commands, ExportFormat } from "./commands.ts";
import { text } from "./language.ts";
import type { PageState } from "./state.ts";

const popoverId = "export-menu";
/** The formats that have a key. */
const actions = new Map<ExportFormat, Action>([
  ["spinscope", "exportTimeline"],
  ["trace-event", "exportTraceEvents"],
]);

export interface ExportMenuProps {
  readonly state: PageState;
  readonly commands: Commands;
}

export function ExportMenu({ state, commands }: ExportMenuProps) {
  const enabled = state.may.value.export;
  const choose = (format: ExportFormat) => () => {
    document.getElementById(popoverId)?.hidePopover();
    commands.export(format);
  };
  return (
    <div class="menu-place">
      <button type="button" class="button plain export-anchor" popovertarget={popoverId}>
        {text("header.export")}
        <Icon name="down" />
      </button>
      <section id={popoverId} class="popover export-menu" popover="auto" aria-label={text("header.export.label")}>
        {!enabled && <p class="hint">{text("header.export.empty")}</p>}
        {exportFormats.map((format) => {
          const name = text(`header.export.${format}`);
          const action = actions.get(format);
          return (
            <button
              key={format}
              type="button"
              class="menu-item"
              title={action === undefined ? name : withKey(name, action)}
              disabled={!enabled}
              onClick={choose(format)}
            >
              <span class="menu-item-name">{name}</span>
              <span class="menu-item-detail">{text(`header.export.${format}.detail`)}</span>
            </button>
          );
        })}
      </section>
    </div>
  );
}
