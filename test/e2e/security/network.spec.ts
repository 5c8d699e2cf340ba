/**
 * Nothing goes out: neither from the page nor from main, in an app that starts, runs both programs and stands (the number
 * is an item of Electron's security checklist).
 */
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "../same-app.ts";
import { ended, run, setJob } from "../window.ts";

test("nothing leaves this machine, not even a name or a knock at a door (1)", async ({ app }) => {
  const knocks: string[] = [];
  const server = createServer((socket) => {
    knocks.push("a connection");
    socket.destroy();
  }).listen(0, "127.0.0.1");
  const datagrams = createSocket("udp4", () => knocks.push("a datagram")).bind(0, "127.0.0.1");
  await Promise.all([once(server, "listening"), once(datagrams, "listening")]);
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const log = join(app.data, "net-log.json");
  await app.electron.evaluate(({ session }, path) => session.defaultSession.netLog.startLogging(path), log);
  await app.page.evaluate(
    async ([tcp, udp]) => {
      for (const rel of ["preconnect", "dns-prefetch", "prefetch", "preload", "stylesheet", "manifest", "icon"]) {
        const link = Object.assign(document.createElement("link"), {
          rel,
          href: `http://127.0.0.1:${tcp}/`,
          as: "image",
        });
        document.head.append(link);
      }
      navigator.sendBeacon(`http://127.0.0.1:${tcp}/`, "beacon");
      try {
        const servers = [
          { urls: `stun:127.0.0.1:${udp}` },
          { urls: `turn:127.0.0.1:${tcp}?transport=tcp`, username: "a", credential: "b" },
        ];
        const peer = new RTCPeerConnection({ iceServers: servers });
        peer.createDataChannel("way out");
        await peer.setLocalDescription(await peer.createOffer());
      } catch {
        // Refused outright is as good.
      }
    },
    [port, datagrams.address().port],
  );
  await setJob(app.page, 0.5);
  await run(app.page, "Side by side");
  await ended(app.page);
  await app.page.waitForTimeout(1_000);
  await app.electron.evaluate(({ session }) => session.defaultSession.netLog.stopLogging());
  server.close();
  datagrams.close();
  expect(knocks).toEqual([]);
  const requested = [...readFileSync(log, "utf8").matchAll(/"url":"((?:https?|wss?|ftp):[^"]*)"/g)].map(
    ([, url]) => url,
  );
  expect(requested.filter((url) => !url?.startsWith("http://127.0.0.1:"))).toEqual([]);
});
