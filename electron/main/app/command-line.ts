/**
 * What the app is started with: `--demo` runs the spinner once and ends.
 */
export interface AppArguments {
  readonly demo: boolean;
}

/** The app's own arguments among all that its process got. */
export function appArguments(argv: readonly string[]): AppArguments {
  return { demo: argv.includes("--demo") };
}
