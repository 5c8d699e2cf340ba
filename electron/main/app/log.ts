/**
 * The log file: `logs/main.log` in the app's own data folder, opened by Help > Show Log File. Standard output stays
 * free for what commands promise to print there.
 */
import log from "electron-log/main";

log.transports.console.level = false;
log.transports.file.level = "info";
log.transports.file.maxSize = 2_000_000;

export const logInfo = (line: string): void => log.info(line);
export const logWarning = (line: string): void => log.warn(line);
export const logError = (line: string): void => log.error(line);

/** Absolute path of the log file. */
export function logPath(): string {
  return log.transports.file.getFile().path;
}
