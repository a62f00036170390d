import { readAddress, refuseTakenPort } from "./setup/address.mjs";
import { main } from "./setup/main.mjs";
import { WITHOUT_OWNER_SECRETS } from "./setup/owner-secrets.mjs";
import { dataDir } from "./setup/paths.mjs";
import { prepare } from "./setup/prepare.mjs";
import { packageProgram, run } from "./setup/run.mjs";
import { welcome } from "./setup/welcome.mjs";

await main(
  async ({ signal, atEnd }) => {
    const { host, port, url } = readAddress();
    await refuseTakenPort({ host, port });
    await prepare(["install", "client"], { signal });
    const { openApplication } = await import("./setup/application.mjs");
    const { readDemo } = await import("./setup/demo.mjs");
    const { env } = await openApplication({ url, signal, atEnd, seed: true });
    console.log(welcome({ url, demo: readDemo(url), dataDir: dataDir(), isTerminal: Boolean(process.stdout.isTTY) }));
    const next = packageProgram("next/dist/bin/next", "dev", "-p", String(port), "-H", host);
    const all = { ...env, NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1", ...WITHOUT_OWNER_SECRETS };
    const { code } = await run(process.execPath, next, { env: all, check: false, signal });
    return code;
  },
  { codeWhenStopped: 0 },
);
