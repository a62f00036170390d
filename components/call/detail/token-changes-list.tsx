import { ArrowRight } from "lucide-react";
import type { TokenChange } from "@/lib/call/contract/change";

/** "set zip 80202 → 80203" */
export function TokenChangesList({ tokens }: { tokens: readonly TokenChange[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
      {tokens.map(({ name, from, to }) => (
        <li key={name} className="inline-flex min-w-0 flex-wrap items-center gap-x-1.5">
          <span className="text-ink-muted">set</span> <span className="break-all">{name}</span>
          {from !== null && (
            <>
              <span className="break-all">{from}</span>
              <ArrowRight aria-hidden="true" className="size-3 shrink-0 text-ink-muted" />
              <span className="sr-only"> to </span>
            </>
          )}
          <span className="break-all font-medium">{to}</span>
        </li>
      ))}
    </ul>
  );
}
