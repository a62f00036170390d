import { accountAddress } from "@/components/party/party-address";
import { FactItem } from "@/components/ui/facts";
import { Money } from "@/components/ui/money";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import type { Account } from "@/lib/ledger/contract/account";
import { balanceWord } from "./balance-word";

export function BalanceFact({ account: { party, balance, currency, pending } }: { account: Account }) {
  return (
    <FactItem label="Balance">
      <span className="flex flex-wrap items-baseline gap-x-3">
        <TextLink href={accountAddress(party)}>
          {balanceWord(party.type, balance)} <Money amount={balance.replace(/^-/, "")} currency={currency} />
        </TextLink>
        {pending.entries > 0 && (
          <Status tone="pending">
            pending <Money amount={pending.amount} plus />
          </Status>
        )}
      </span>
    </FactItem>
  );
}
