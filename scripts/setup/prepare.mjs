import { build, claimBuild } from "./build.mjs";
import { generateClient, isClientGenerated } from "./client.mjs";
import { areDependenciesInstalled, installDependencies } from "./dependencies.mjs";
import { Failure } from "./failure.mjs";
import { withLock } from "./lock.mjs";
import { setupLock } from "./paths.mjs";

const STEPS = {
  install: installing({ forTests: false }),
  "install-all": installing({ forTests: true }),
  client: { title: "Generating the database client", isDone: isClientGenerated, work: generateClient },
  build: { title: "Building", isDone: claimBuild, work: build },
};

function installing(which) {
  return {
    title: "Installing packages",
    isDone: () => areDependenciesInstalled(which),
    work: ({ signal }) => installDependencies({ ...which, signal }),
  };
}

/**
 * Brings the clone to where it can run, doing only what is not done yet, one process at a time.
 * The result of the last step: for "build" the directory of the build.
 */
export async function prepare(names, { signal, log = console.log }) {
  let result;
  for (const name of names) result = await ensure(STEPS[name], { signal, log });
  return result;
}

async function ensure(step, { signal, log }) {
  const done = step.isDone();
  if (done) return done;
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
