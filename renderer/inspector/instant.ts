/** Instants of a recording, as the inspector writes them. */

/** `us` µs since the origin, in seconds to a tenth of a ms: `3.0016`. */
export function bareSeconds(us: number): string {
  return (us / 1e6).toFixed(4);
}
