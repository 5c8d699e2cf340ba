/**
 * A thread host that was taken over: it runs what it is asked to as the product's does, and when a program starts it sends
 * main everything that it must not. It is built in place of the product's, in an app of the tests.
 */
import type { Wire } from "../../../core/contract/channel.ts";
import { ThreadHost } from "../../../core/thread-host/thread-host.ts";
import { threadHostPlatform } from "../../../electron/node/thread-host-platform.ts";
import { parentWire } from "../../../electron/utility/parent-wire.ts";
import { utilityMessages } from "./utility-messages.ts";

const main = parentWire();

function attack(run: number): void {
  for (const message of utilityMessages(run)) {
    try {
      main.post(message);
    } catch {
      // It can't be cloned, hence not be sent.
    }
  }
}

const wire: Wire = {
  ...main,
  listen: (listener) =>
    main.listen((message) => {
      listener(message);
      const { type, payload } = Object(message);
      // The threads' first events must be on their way, so that there is something to spoil.
      if (type === "start") setTimeout(() => attack(payload.run), 300);
    }),
};

new ThreadHost(wire, threadHostPlatform(`utility process ${process.pid}`));
