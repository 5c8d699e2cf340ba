import { print, write } from "spinscope/programs";
import { Signal, sleep, Thread } from "spinscope/threading";

const frames = "|/-\\";

export function spin(message: string, frame: number, signal: Signal) {
  let status = "";
  for (let turn = 0; ; turn++) {
    status = `${frames.charAt(turn % frames.length)} ${message}`;
    write(status);
    write("\b".repeat(status.length));
    sleep(frame);
    if (!signal.go) break;
  }
  write(" ".repeat(status.length) + "\b".repeat(status.length));
}

export function slowFunction(calm: number, block: number) {
  sleep(calm);
  sleep(block);
  sleep(calm);
  return 42;
}

export function supervisor(message: string, frame: number, calm: number, block: number) {
  const signal = new Signal();
  const spinner = new Thread({ target: spin, args: [message, frame, signal] });
  print("spinner object:", spinner);
  spinner.start();
  const result = slowFunction(calm, block);
  signal.go = false;
  spinner.join();
  return result;
}

export function main(message: string, frame: number, calm: number, block: number) {
  const result = supervisor(message, frame, calm, block);
  print("Answer:", result);
  return result;
}
