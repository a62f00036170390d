import { readAddress, refuseTakenPort } from "./setup/address.mjs";
import { main } from "./setup/main.mjs";
import { dataDir } from "./setup/paths.mjs";
import { prepare } from "./setup/prepare.mjs";
import { noteRunning } from "./setup/running-server.mjs";
import { sideBySide } from "./setup/side-by-side.mjs";

await main(
  async ({ signal, atEnd }) => {
    const address = readAddress();
    atEnd(noteRunning(address).end);
    await refuseTakenPort(address);
    await prepare(["install", "client"], { signal });

    // These need packages that the line above may have installed.
    const { openApplication } = await import("./setup/application.mjs");
    const { readDemo } = await import("./setup/demo.mjs");
    const { startServer, warmUp } = await import("./setup/server.mjs");
    const { welcome } = await import("./setup/welcome.mjs");

    const [build, { env }] = await sideBySide(
      signal,
      (signal) => prepare(["build"], { signal }),
      (signal) => openApplication({ url: address.url, signal, atEnd, seed: true }),
    );
    await refuseTakenPort(address);
    // One log line per request would scroll the log-ins out of view.
    const quietly = { LOG_LEVEL: "warn", ...process.env, ...env };
    const server = await startServer({ ...address, build, env: quietly, signal });
    atEnd(server.stop);
    const demo = readDemo(address.url);
    console.log(welcome({ url: address.url, demo, dataDir: dataDir(), isTerminal: Boolean(process.stdout.isTTY) }));
    warmUp({ ...address, signal });
    return server.ended;
  },
  { codeWhenStopped: 0 },
);
