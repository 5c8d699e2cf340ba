/** TEMPORARY */
import type { Application } from "../app/application.ts";
export async function runDemo(_application: Application): Promise<number> {
  return 0;
}
