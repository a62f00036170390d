import type { CompanyId } from "@/lib/base/ids";

type Listener = (company: CompanyId) => void;

const shared = globalThis as { callmarkHeadListeners?: Set<Listener> };
shared.callmarkHeadListeners ??= new Set();
const listeners = shared.callmarkHeadListeners;

/** Called when this process seals a link. The link may be uncommitted, and may be rolled back. */
export function headMoves(company: CompanyId): void {
  for (const listener of listeners) listener(company);
}

export function whenHeadMoves(listener: Listener): void {
  listeners.add(listener);
}
