/** How long a test of real threads may take: a busy machine is no failure. One with a planted bug often hangs, and is ended soon. */
import { plantedNow } from "../../../scripts/planted/planted-plugin.mjs";

export const patient = { timeout: plantedNow() === undefined ? 30_000 : 10_000 };
