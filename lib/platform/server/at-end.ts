type Endings = { readonly works: (() => Promise<unknown>)[]; ending?: Promise<unknown> };

const shared = globalThis as { callmarkEndings?: Endings };
shared.callmarkEndings ??= { works: [] };
const endings = shared.callmarkEndings;

/** Clean-up that a process runs before it ends, registered by any bundle. */
export function atEnd(work: () => Promise<unknown>): void {
  endings.works.push(work);
}

/** Runs all clean-up once, in parallel, and resolves when it is done; failures do not stop the rest. */
export async function endAll(): Promise<void> {
  endings.ending ??= Promise.allSettled(endings.works.map((work) => work()));
  await endings.ending;
}
