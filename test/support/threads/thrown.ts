/** What an action throws, as text; "nothing" when it throws nothing. */
export function thrown(action: () => void): string {
  try {
    action();
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  return "nothing";
}
