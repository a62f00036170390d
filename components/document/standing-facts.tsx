import { Money } from "@/components/ui/money";
import { Status } from "@/components/ui/status";
import type { Standing } from "@/lib/document/contract";

export function StandingFacts({ standing, currency }: { standing: Standing; currency: string }) {
  const { open_statements, unapplied, not_on_statement } = standing;
  const overdue = open_statements.filter(({ days_overdue }) => days_overdue > 0).length;
  return (
    <dl className="mb-6 flex flex-wrap gap-x-8 gap-y-2 text-13">
      <div>
        <dt className="text-ink-muted">Open statements</dt>
        <dd className="flex items-baseline gap-2 font-medium">
          {open_statements.length} {overdue > 0 && <Status tone="negative">{overdue} overdue</Status>}
        </dd>
      </div>
      <div>
        <dt className="text-ink-muted">Unapplied</dt>
        <dd>
          <Money amount={unapplied} currency={currency} className="font-medium" />
        </dd>
      </div>
      <div>
        <dt className="text-ink-muted">Not on a statement yet</dt>
        <dd>
          <Money amount={not_on_statement} currency={currency} className="font-medium" />
        </dd>
      </div>
    </dl>
  );
}
