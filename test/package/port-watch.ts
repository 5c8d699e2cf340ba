/**
 * Looks whether anybody listens at a port of this machine, as often as it is asked to.
 */
import { connect } from "node:net";

export interface PortWatch {
  /** Whether somebody was found listening at some look. */
  readonly wasOpen: boolean;
  /** Looks once; the answer is in `wasOpen` soon after. */
  look(): void;
}

export function portWatch(port: number): PortWatch {
  let wasOpen = false;
  return {
    get wasOpen() {
      return wasOpen;
    },
    look() {
      const socket = connect(port, "127.0.0.1", () => {
        wasOpen = true;
        socket.destroy();
      });
      // Nobody there: what is hoped for.
      socket.on("error", () => socket.destroy());
    },
  };
}
