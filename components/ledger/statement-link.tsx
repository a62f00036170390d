import { TextLink } from "@/components/ui/text-link";
import { statementName } from "@/lib/document/domain/statement-number";
import type { OwnerType } from "@/lib/party/domain/account-owner";

export function StatementLink({ type, number }: { type: OwnerType; number: number | null }) {
  if (number === null) return <span className="text-ink-muted">not issued</span>;
  return (
    <TextLink href={`/billing/statements/${number}`} prefetch={false}>
      {statementName(type, number)}
    </TextLink>
  );
}
