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

export function slowFunction(seconds: number) {
  sleep(seconds);
  return 42;
}

export function supervisor(message: string, quick: number, slow: number, job: number) {
  const signal = new Signal();
  const often = new Thread({ target: spin, args: [message, quick, signal] });
  const seldom = new Thread({ target: spin, args: [message, slow, signal] });
  print("spinner object:", seldom);
  print("has it a cancel()?", "cancel" in seldom);
  often.start();
  seldom.start();
  const result = slowFunction(job);
  signal.go = false;
  print("asked; alive:", often.isAlive(), seldom.isAlive());
  often.join();
  print("one has looked; alive:", often.isAlive(), seldom.isAlive());
  seldom.join();
  print("both have looked; alive:", often.isAlive(), seldom.isAlive());
  return result;
}

export function main(message: string, quick: number, slow: number, job: number) {
  const result = supervisor(message, quick, slow, job);
  print("Answer:", result);
  return result;
}
