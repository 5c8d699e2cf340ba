import { expect, test } from "vitest";
import { receivePorts } from "../../../../renderer/app/ports.ts";
import { junk } from "../../../support/hostile/junk.ts";

/** A window that posts what a test says: what `receivePorts` uses of one. */
class FakeWindow extends EventTarget {
  readonly origin = "app://spinscope";

  hear(data: unknown, from: { source?: unknown; origin?: string; ports?: readonly MessagePort[] } = {}): void {
    const event = new Event("message");
    const { source = this, origin = this.origin, ports = [new MessageChannel().port1] } = from;
    for (const [name, value] of Object.entries({ data, source, origin, ports })) {
      Object.defineProperty(event, name, { value });
    }
    this.dispatchEvent(event);
  }
}

function listening() {
  const window = new FakeWindow();
  // `receivePorts` asks for a whole window and uses three of its members.
  const ports: ReturnType<typeof receivePorts> = Reflect.apply(receivePorts, undefined, [window]);
  return { window, ports };
}

test("a port that main sent is taken under its name", () => {
  const { window, ports } = listening();
  window.hear({ spinscope: "port", name: "timeline" });
  expect(ports.timeline.value).toBeDefined();
  expect(ports.coroutines.value).toBeUndefined();
});

test("nothing is taken from another window, another origin, or without a name and a port", () => {
  const { window, ports } = listening();
  const message = { spinscope: "port", name: "timeline" };
  window.hear(message, { source: new FakeWindow() });
  window.hear(message, { source: null });
  window.hear(message, { origin: "https://example.org" });
  window.hear(message, { ports: [] });
  for (const data of junk()) window.hear(data);
  for (const name of junk()) window.hear({ spinscope: "port", name });
  for (const name of ["toString", "__proto__", "Timeline"]) window.hear({ spinscope: "port", name });
  expect([ports.timeline.value, ports.coroutines.value]).toEqual([undefined, undefined]);
});
