/**
 * What the page asks of the picture and its selection. Each command changes one thing; the frame that shows it is the scheduler's.
 */
import type { TimelineCommand } from "../../../core/contract/worker-protocol.ts";
import type { Picture } from "./picture.ts";
import type { SelectionReporter } from "./selection-reporter.ts";
import type { Selector } from "./selector.ts";

export type PictureCommand = Exclude<TimelineCommand<OffscreenCanvas, MessagePort>, { readonly type: "init" | "port" }>;

/** Carries out one command. */
export function carryOut(
  command: PictureCommand,
  picture: Picture,
  selector: Selector,
  reporter: SelectionReporter,
): void {
  switch (command.type) {
    case "resize":
      picture.resize(command.size);
      break;
    case "theme":
      picture.colours = command.colours;
      break;
    case "zoom":
      picture.camera.zoom(command.factor, command.x === undefined ? undefined : picture.time(command.x));
      break;
    case "pan":
      picture.camera.pan(command.dx);
      break;
    case "scroll":
      picture.lanes.scrollBy(command.dy);
      break;
    case "fit":
      picture.camera.fit();
      break;
    case "follow":
      picture.camera.follow(command.on);
      break;
    case "pointer":
      picture.attention.pointer = command.at;
      break;
    case "choose":
      selector.choose(command.x, command.y);
      reporter.selected();
      break;
    case "select":
      selector.select(command.ref);
      reporter.selected();
      break;
    case "step":
      selector.step(command.to);
      reporter.selected();
      break;
    case "fit-selection":
      selector.fit();
      break;
    case "overview":
      selector.overview(command.x, command.grab);
      break;
    case "look-here":
      reporter.look(command.lesson, command.moments);
      break;
    case "table":
      reporter.tableOn = command.on;
      break;
  }
}
