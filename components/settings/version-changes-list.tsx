import { ArrowRight } from "lucide-react";
import type { VersionChange } from "./words/version-changes";

export function VersionChangesList({ changes }: { changes: readonly VersionChange[] }) {
  if (changes.length === 0) return <p className="text-ink-muted">No change to mechanisms. Prices may have changed.</p>;
  return (
    <ul className="space-y-0.5">
      {changes.map(({ label, from, to }) => (
        <li key={`${label} ${from} ${to}`} className="break-words">
          <span className="text-ink-muted">{label}</span> {from}{" "}
          {from && to && (
            <>
              <ArrowRight aria-hidden="true" className="inline size-3 text-ink-muted" />
              <span className="sr-only"> to </span>
            </>
          )}{" "}
          <span className="font-medium">{to ?? "gone"}</span>
        </li>
      ))}
    </ul>
  );
}
