// The switches that the Electron executable needs where it runs; everything after them is the app's.

/**
 * @param {{ virtualDisplay: boolean }} prepared
 * @returns {string[]}
 */
export function electronSwitches({ virtualDisplay }) {
  // Chromium's sandbox refuses root. Nobody else ever runs without it.
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  // A virtual display has no GPU: without these, each start tries one twice, and says so and much else on stderr.
  const plain = virtualDisplay ? ["--disable-gpu", "--log-level=3"] : [];
  return [...root, ...plain];
}
