"use client";

import { partyAddress } from "@/components/party/party-address";
import { FactItem, Facts } from "@/components/ui/facts";
import { moneyText } from "@/components/ui/money-text";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { Owner, SettingsAnswer } from "@/lib/settings/client";
import { Glance } from "./glance";
import { StateBadge } from "./pause-switch";
import { payoutText } from "./payout-text";

type SettingsOverviewProps = { owner: Owner; answer: SettingsAnswer };

export function SettingsOverview({ owner, answer }: SettingsOverviewProps) {
  const base = partyAddress({ type: owner.kind, id: owner.id });
  const prices = pricesOf(answer);
  return (
    <>
      <Section title="Conversion" aside={<TextLink href={`${base}/conversion`}>Conversion settings</TextLink>}>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <StateBadge active={answer.settings.active} />
          <Glance settings={answer.settings} base={`${base}/conversion`} />
        </div>
      </Section>
      {prices && (
        <Section title="Terms in force" aside={<TextLink href={`${base}/prices`}>Prices</TextLink>}>
          <Facts>
            <FactItem label={owner.kind === "buyer" ? "Default price" : "Default payout"}>
              {prices.byDefault ?? "none"}
            </FactItem>
            <FactItem
              label={owner.kind === "buyer" ? "Offers with their own price" : "Traffic sources with their own payout"}
            >
              {prices.others}
            </FactItem>
          </Facts>
        </Section>
      )}
    </>
  );
}

/** Null without the permission of the amount. */
function pricesOf(answer: SettingsAnswer): { byDefault: string | null; others: number } | null {
  const { currency } = answer;
  if ("prices" in answer && answer.prices) {
    const byDefault = answer.prices.find(({ offer_id }) => offer_id === null);
    const others = answer.prices.length - (byDefault ? 1 : 0);
    return { byDefault: byDefault ? `${currency} ${moneyText(byDefault.amount)}` : null, others };
  }
  if ("payouts" in answer && answer.payouts) {
    const byDefault = answer.payouts.find(({ traffic_source_id }) => traffic_source_id === null);
    const others = answer.payouts.length - (byDefault ? 1 : 0);
    return { byDefault: byDefault ? payoutText(byDefault, currency) : null, others };
  }
  return null;
}
