import { Countdown } from "@/components/ui/countdown";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import type { Account } from "@/lib/ledger/contract/account";
import { kindText } from "./kind-text";

export function PendingEntries({ account: { pending, next_rollup_at } }: { account: Account }) {
  if (pending.entries === 0) return null;
  const others = pending.entries - pending.first.length;
  return (
    <Section
      title="Pending"
      className="mb-6"
      aside={
        <span>
          next rollup in <Countdown until={next_rollup_at} over="a moment" />
        </span>
      }
    >
      <ul className="max-h-54 overflow-y-auto text-13">
        {pending.first.map(({ kind, call_id, amount }) => (
          <li key={`${call_id} ${kind} ${amount}`} className="flex min-h-7 items-center gap-3">
            <Status tone="pending">{kindText(kind)}</Status>
            <TextLink href={`/calls/${call_id}`} prefetch={false}>
              Call {call_id}
            </TextLink>
            <Money amount={amount} plus className="ml-auto sm:ml-0" />
          </li>
        ))}
      </ul>
      {others > 0 && <p className="text-13 text-ink-muted">And {others} more.</p>}
    </Section>
  );
}
