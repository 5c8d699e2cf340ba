/**
 * Entry of the utility process "threads": its own thread is the host and runs no program, it only pumps. Main ends
 * the process; it installs no signal handler, which would make that slow.
 */
import { ThreadHost } from "../../core/thread-host/thread-host.ts";
import { threadHostPlatform } from "../node/thread-host-platform.ts";
import { parentWire } from "./parent-wire.ts";

new ThreadHost(parentWire(), threadHostPlatform(`utility process ${process.pid}`));
