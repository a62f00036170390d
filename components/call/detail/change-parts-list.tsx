import { ArrowRight, Check, Minus } from "lucide-react";
import type { Change } from "@/lib/call/contract/change";
import { type ChangePart, changeParts } from "./change-parts";

export function ChangePartsList({ change }: { change: Change }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
      {changeParts(change).map((part) => (
        <li key={part.kind + part.label}>
          <Part part={part} />
        </li>
      ))}
    </ul>
  );
}

function Part({ part }: { part: ChangePart }) {
  if (part.kind === "text") return <>{part.label}</>;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5">
      <span className="text-ink-muted">{part.label}</span>
      <span className="inline-flex flex-wrap items-center gap-x-1">
        {part.kind === "flag" ? <Flag converted={part.from} /> : <span>{part.from}</span>}
        <ArrowRight aria-hidden="true" className="size-3 shrink-0 text-ink-muted" />
        <span className="sr-only"> to </span>
        {part.kind === "flag" ? <Flag converted={part.to} /> : <span className="font-medium">{part.to}</span>}
      </span>
    </span>
  );
}

export function Flag({ converted }: { converted: boolean }) {
  const Icon = converted ? Check : Minus;
  return (
    <span className={converted ? "text-positive" : "text-neutral"}>
      <Icon aria-hidden="true" strokeWidth={2.5} className="size-3.5" />
      <span className="sr-only">{converted ? "yes" : "no"}</span>
    </span>
  );
}
