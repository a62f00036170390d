type Endings = { readonly works: (() => Promise<unknown>)[]; ending?: Promise<unknown> };

const shared = globalThis as { callmarkEndings?: Endings };
shared.callmarkEndings ??= { works: [] };
const endings = shared.callmarkEndings;

/** What a process does before it ends, from whatever bundle it was asked for. */
export function atEnd(work: () => Promise<unknown>): void {
  endings.works.push(work);
}

/** Does all of it once, at the same time, and resolves when that is done; what fails keeps nothing else from being done. */
export async function endAll(): Promise<void> {
  endings.ending ??= Promise.allSettled(endings.works.map((work) => work()));
  await endings.ending;
}
