import { print, range, write } from "spinscope/programs";
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

export function slowFunction(seconds: number) {
  sleep(seconds);
  return 42;
}

export function supervisor(message: string, frame: number, job: number, count: number) {
  const signal = new Signal();
  const spinners = range(count).map(() => new Thread({ target: spin, args: [message, frame, signal] }));
  print("spinner object:", ...spinners);
  for (const spinner of spinners) spinner.start();
  const result = slowFunction(job);
  signal.go = false;
  for (const spinner of spinners) spinner.join();
  return result;
}

export function main(message: string, frame: number, job: number, count = 1) {
  const result = supervisor(message, frame, job, count);
  print("Answer:", result);
  return result;
}
