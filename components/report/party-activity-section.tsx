import { type PartyRef, partyAddress } from "@/components/party/party-address";
import { FactItem, Facts } from "@/components/ui/facts";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { PartyActivity } from "@/lib/report/domain/party-activity";

type PartyActivitySectionProps = { party: PartyRef; activity: PartyActivity; currency: string };

export function PartyActivitySection({ party, activity, currency }: PartyActivitySectionProps) {
  const { days, calls, buyer, offer } = activity;
  return (
    <Section title={`Last ${days} days`} aside={<TextLink href={`${partyAddress(party)}/calls`}>Calls</TextLink>}>
      <Facts>
        <FactItem label="Calls">{calls}</FactItem>
        {buyer && <FactItem label={offer ? "Converted for buyers" : "Conversions"}>{buyer.conversions}</FactItem>}
        {buyer?.revenue !== undefined && (
          <FactItem label="Revenue">
            <Money amount={buyer.revenue} currency={currency} />
          </FactItem>
        )}
        {offer && (
          <FactItem label={buyer ? "Converted for traffic sources" : "Conversions"}>{offer.conversions}</FactItem>
        )}
        {offer?.payout !== undefined && (
          <FactItem label="Payout">
            <Money amount={offer.payout} currency={currency} />
          </FactItem>
        )}
      </Facts>
    </Section>
  );
}
