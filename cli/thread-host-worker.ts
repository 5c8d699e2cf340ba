/**
 * Entry of the command line's thread host: the same as the app's, in a worker thread of this process instead of a
 * utility process of its own.
 */
import { ThreadHost } from "../core/thread-host/thread-host.ts";
import { threadHostPlatform } from "../electron/node/thread-host-platform.ts";
import { parentWire } from "./run/parent-wire.ts";

new ThreadHost(parentWire(), threadHostPlatform(`threads of process ${process.pid}`));
