import { print, write } from "spinscope/programs";
import { sleep, Thread } from "spinscope/threading";

const frames = "|/-\\";

export function spin(message: string, frame: number, turns: number) {
  let status = "";
  for (let turn = 0; turn < turns; turn++) {
    status = `${frames.charAt(turn % frames.length)} ${message}`;
    write(status);
    write("\b".repeat(status.length));
    sleep(frame);
  }
  write(" ".repeat(status.length) + "\b".repeat(status.length));
  return 42;
}

export function supervisor(message: string, frame: number, turns: number, limit: number) {
  const spinner = new Thread({ target: spin, args: [message, frame, turns] });
  print("spinner object:", spinner);
  spinner.start();
  spinner.join(limit);
  print("after join(timeout), alive:", spinner.isAlive());
  const value = spinner.join();
  print("join() gives:", value);
  return null;
}

export function main(message: string, frame: number, turns: number, limit: number) {
  const result = supervisor(message, frame, turns, limit);
  print("Answer:", result);
  return result;
}
