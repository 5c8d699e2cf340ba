/**
 * What the page asks of the picture. Each command changes one thing; the frame that shows it is the scheduler's.
 */
import type { TimelineCommand } from "../../../core/contract/worker-protocol.ts";
import type { Picture } from "./picture.ts";

export type PictureCommand = Exclude<TimelineCommand<OffscreenCanvas, MessagePort>, { readonly type: "init" | "port" }>;

/** Carries out one command. */
export function carryOut(command: PictureCommand, picture: Picture): void {
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
      picture.scrollBy(command.dy);
      break;
    case "fit":
      picture.camera.fit();
      break;
    case "follow":
      picture.camera.follow(command.on);
      break;
    case "pointer":
      picture.pointer = command.at;
      break;
    default:
      break;
  }
}
