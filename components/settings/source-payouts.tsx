import { partyAddress } from "@/components/party/party-address";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { NamedParty } from "@/lib/party/contract";
import type { Payout } from "@/lib/settings/contract/conversion-settings";
import { payoutText } from "./payout-text";

type SourcePayoutsProps = {
  payouts: readonly { readonly offer: NamedParty; readonly payout: Payout }[];
  currency: string;
};

export function SourcePayouts({ payouts, currency }: SourcePayoutsProps) {
  return (
    <Section title="Payouts">
      <p className="mb-3 max-w-prose text-13 text-ink-muted">
        Payouts are set on each offer. A traffic source earns the offer’s default payout unless it is listed here.
      </p>
      {payouts.length === 0 ? (
        <EmptyState title="No payouts of its own">
          <p>To pay this traffic source differently, open the Prices of an offer and add a payout for it.</p>
        </EmptyState>
      ) : (
        <Table caption="Payouts by offer">
          <thead>
            <tr>
              <HeaderCell>Offer</HeaderCell>
              <HeaderCell align="end">Payout</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {payouts.map(({ offer, payout }) => (
              <Row key={offer.id}>
                <Cell>
                  <TextLink href={`${partyAddress({ type: "offer", id: offer.id })}/prices`}>{offer.name}</TextLink>
                </Cell>
                <Cell align="end">{payoutText(payout, currency)}</Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
