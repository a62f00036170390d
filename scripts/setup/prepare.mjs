import { build, claimBuild } from "./build.mjs";
import { generateClient, isClientGenerated } from "./client.mjs";
import { areDependenciesInstalled, installDependencies } from "./dependencies.mjs";
import { Failure } from "./failure.mjs";
import { withLock } from "./lock.mjs";
import { setupLock } from "./paths.mjs";

/** @import { Wanted } from "./dependencies.mjs" */
/** @typedef {{ title: string, isDone: () => boolean | string | null, work: (options: { signal?: AbortSignal }) => Promise<void> }} Step */

/** @satisfies {Record<string, Step>} */
const STEPS = {
  install: installing({ forTests: false }),
  "install-all": installing({ forTests: true }),
  client: { title: "Generating the database client", isDone: isClientGenerated, work: generateClient },
  build: { title: "Building", isDone: claimBuild, work: build },
};

/**
 * @param {Wanted} which
 * @returns {Step}
 */
function installing(which) {
  return {
    title: "Installing packages",
    isDone: () => areDependenciesInstalled(which),
    work: ({ signal }) => installDependencies({ ...which, signal }),
  };
}

/**
 * Prepares the clone, doing only what is missing, one process at a time. Returns the result of the last step: for
 * "build" the directory of the build.
 * @param {(keyof typeof STEPS)[]} names
 * @param {{ signal?: AbortSignal, log?: (line: string) => void }} options
 * @returns {Promise<string>}
 */
export async function prepare(names, { signal, log = console.log }) {
  let result = "";
  for (const name of names) result = String(await ensure(STEPS[name], { signal, log }));
  return result;
}

/**
 * @param {Step} step
 * @param {{ signal?: AbortSignal, log: (line: string) => void }} options
 */
async function ensure(step, { signal, log }) {
  const done = step.isDone();
  if (done) return done;
  /** @param {number} pid */
  const onWait = (pid) => log(`Another command (pid ${pid}) is setting up this clone: waiting for it.`);
  const work = async () => {
    if (step.isDone()) return;
    log(`${step.title} …`);
    const begun = performance.now();
    await step.work({ signal });
    log(`${step.title}: done in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  };
  await withLock(setupLock, work, { onWait, signal });
  const result = step.isDone();
  if (result) return result;
  throw new Failure(`${step.title} worked on files that changed meanwhile: run the command again.`);
}
