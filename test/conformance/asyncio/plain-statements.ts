/**
 * The statements of the scenario language that do not await: those on values, futures and tasks.
 */
import { Future, Handle, Task, TaskGroup } from "../../../core/asyncio/index.ts";
import { number, text } from "../json.ts";
import { made, runOnPrimitives } from "./primitive-statements.ts";
import type { Program } from "./program.ts";
import { encode, makeError, stateOf } from "./values.ts";
import type { Frame } from "./variables.ts";

/** Runs one statement. @throws BadScenario when the language has none of this kind. */
export function runPlain(program: Program, frame: Frame, kind: string, operands: readonly unknown[]): void {
  const { variables, loop } = program;
  const [first, second, third, fourth] = operands;
  const { label } = frame;
  switch (kind) {
    case "log": {
      const values = operands.slice(1).map((value) => encode(variables.value(frame, value)));
      program.emit("log", label, text(first), ...values);
      break;
    }
    case "probe":
      program.emit("probe", label, text(first), stateOf(variables.get(frame, text(first))));
      break;
    case "repr":
      program.emit(
        "repr",
        label,
        text(first),
        String(variables.get(frame, text(first))).replace(/ at 0x[0-9a-f]+/g, ""),
      );
      break;
    case "task_factory":
      program.announceTasks(first === null ? null : text(first));
      break;
    case "let":
      variables.set(frame, first, made(program, frame, second));
      break;
    case "add":
      variables.set(frame, first, number(variables.get(frame, text(first))) + number(second));
      break;
    case "raise":
      throw makeError(text(first), second === undefined ? undefined : text(second));
    case "reraise":
      throw frame.handled;
    case "result":
      variables.set(frame, second, variables.the(frame, first, Future).result());
      break;
    case "exception":
      variables.set(frame, second, variables.the(frame, first, Future).exception());
      break;
    case "set_result":
      variables.the<Future<unknown>>(frame, first, Future).setResult(variables.value(frame, second));
      break;
    case "set_exception":
      variables.the(frame, first, Future).setException(makeError(text(second), text(third)));
      break;
    case "call_soon":
      variables.set(frame, third, loop.callSoon(program.callback(text(first), second)));
      break;
    case "call_later": {
      const handle = loop.callLater(number(first), program.callback(text(second), third));
      variables.set(frame, fourth, handle);
      break;
    }
    case "cancel_handle":
      variables.the(frame, first, Handle).cancel();
      break;
    default:
      runOnTasks(program, frame, kind, operands);
      break;
  }
}

function runOnTasks(program: Program, frame: Frame, kind: string, operands: readonly unknown[]): void {
  const { variables, loop } = program;
  const [first, second, third, fourth] = operands;
  const { label } = frame;
  switch (kind) {
    case "spawn": {
      const name = text(second);
      const task = loop.createTask(program.invoke(text(first), variables.args(frame, third), name));
      program.watch(task, name);
      variables.set(frame, name, task);
      break;
    }
    case "tg_spawn": {
      const name = text(third);
      const coroutine = program.invoke(text(second), variables.args(frame, fourth), name);
      const task = variables.the(frame, first, TaskGroup).createTask(coroutine);
      program.watch(task, name);
      variables.set(frame, name, task);
      break;
    }
    case "cancel": {
      const message = second === undefined ? undefined : text(second);
      program.emit("cancel", label, text(first), variables.the(frame, first, Future).cancel(message));
      break;
    }
    case "uncancel":
      program.emit("uncancel", label, text(first), variables.the(frame, first, Task).uncancel());
      break;
    case "cancelling":
      program.emit("cancelling", label, text(first), variables.the(frame, first, Task).cancelling());
      break;
    case "on_done": {
      const callback = program.sharedCallback(text(second), third);
      variables.the(frame, first, Future).addDoneCallback(callback);
      break;
    }
    case "off_done": {
      const callback = program.sharedCallback(text(second), []);
      const removed = variables.the(frame, first, Future).removeDoneCallback(callback);
      program.emit("off_done", label, text(second), removed);
      break;
    }
    default:
      runOnPrimitives(program, frame, kind, operands);
      break;
  }
}
