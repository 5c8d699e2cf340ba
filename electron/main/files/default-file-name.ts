/**
 * The name offered for a run's recording: what was run and when, in local time, with nothing that a file system refuses.
 */
export interface RecordingName {
  readonly lesson: string;
  /** Wall-clock time of the origin, ISO 8601. */
  readonly started: string;
}

/** `one-job-two-ways 2026-01-31 14-05-09`, without an ending. */
export function defaultFileName({ lesson, started }: RecordingName): string {
  const at = new Date(started);
  const two = (value: number): string => String(value).padStart(2, "0");
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const time = `${two(at.getHours())}-${two(at.getMinutes())}-${two(at.getSeconds())}`;
  return `${lesson} ${day} ${time}`;
}
