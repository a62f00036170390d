import type { CompanyId } from "@/lib/base/ids";

type Listener = (company: CompanyId) => void;

const shared = globalThis as { callmarkHeadListeners?: Set<Listener> };
shared.callmarkHeadListeners ??= new Set();
const listeners = shared.callmarkHeadListeners;

/** Somebody in this process seals a link; it may not be committed yet, and may never be. */
export function headMoves(company: CompanyId): void {
  for (const listener of listeners) listener(company);
}

export function whenHeadMoves(listener: Listener): void {
  listeners.add(listener);
}
