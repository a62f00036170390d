import { LinkTabs } from "@/components/ui/link-tabs";
import { Money } from "@/components/ui/money";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { type Access, may } from "@/lib/access/domain/access";
import type { Account } from "@/lib/ledger/contract/account";
import { balanceWord } from "./balance-word";
import { partyAddress } from "./party-address";

const KIND = { buyer: "Buyer", traffic_source: "Traffic source" } as const;

export function AccountHeader({ account, access }: { account: Account; access: Access }) {
  const { party, balance, currency, pending } = account;
  const base = partyAddress(party);
  return (
    <>
      <p className="text-13 text-ink-muted">
        <TextLink href="/billing">Billing</TextLink> / {KIND[party.type]}
      </p>
      <div className="mt-1 mb-4 flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <h1 className="mr-auto min-w-0 break-words font-semibold text-20">{party.name}</h1>
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
      <LinkTabs
        label="Account"
        className="mb-6"
        tabs={[
          { href: base, label: "Entries", exact: true },
          { href: `${base}/statements`, label: "Statements" },
          { href: `${base}/documents`, label: "Payments" },
          { href: `${base}/terms`, label: "Terms" },
          ...(may(access, "read", "settings") ? [{ href: `${base}/caps`, label: "Caps" }] : []),
        ]}
      />
    </>
  );
}
