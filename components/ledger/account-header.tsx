import { accountAddress } from "@/components/party/party-address";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Money } from "@/components/ui/money";
import { Status } from "@/components/ui/status";
import type { Account } from "@/lib/ledger/contract/account";
import { balanceWord } from "./balance-word";

export function AccountHeader({ account }: { account: Account }) {
  const { party, balance, currency, pending } = account;
  const base = accountAddress(party);
  return (
    <div className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <LinkTabs
        label="Account"
        tabs={[
          { href: base, label: "Entries", exact: true },
          { href: `${base}/documents`, label: "Payments" },
          { href: `${base}/terms`, label: "Billing terms" },
        ]}
      />
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <p className="text-13">
          <span className="text-ink-muted">{balanceWord(party.type, balance)} </span>
          <Money amount={balance.replace(/^-/, "")} currency={currency} className="font-medium text-16" />
        </p>
        {pending.entries > 0 && (
          <Status tone="pending" className="text-13">
            pending <Money amount={pending.amount} plus />
          </Status>
        )}
      </div>
    </div>
  );
}
