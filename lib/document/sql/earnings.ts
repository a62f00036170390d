import type { Tx } from "@/lib/platform/sql/in-company";
import type { Earnings } from "../domain/payable";

type Row = { earned: string; paid: string; held: string; freed: string };

/**
 * What a traffic source earned, was paid, and has on hold: valid payouts booked on `heldSince` or later. A clawback in
 * a closed month is booked on the first day of a later month, although its payout was released long ago; `firstDays`
 * are the days on which to look for those.
 */
export async function readEarnings(
  tx: Tx,
  accountId: number,
  { heldSince, firstDays }: { readonly heldSince: string; readonly firstDays: readonly string[] },
): Promise<Earnings> {
  const [row] = await tx.$queryRaw<Row[]>`
    select s.earned::text, s.paid::text, s.held::text, c.freed::text
    from (
      select coalesce(sum(credit_minor - debit_minor) filter (where not cash), 0) as earned,
        coalesce(sum(debit_minor - credit_minor) filter (where cash), 0) as paid,
        coalesce(sum(credit_minor - debit_minor)
          filter (where booked_on >= ${heldSince}::date and kind in ('payout', 'clawback')), 0) as held
      from (
        select *, kind in ('payment', 'payment_reversal', 'refund', 'refund_reversal') as cash from balance
        where company_id = ${tx.company} and account_id = ${accountId}::bigint
      ) b
    ) s
    cross join (
      select coalesce(sum(e.amount_minor), 0) as freed
      from entry e
      join entry o on o.company_id = ${tx.company} and o.source = e.source and o.number = e.number
        and o.version = e.offsets_version and o.kind = e.offsets_kind
      where e.company_id = ${tx.company} and e.party_account_id = ${accountId}::bigint and e.kind = 'clawback'
        and e.booked_on = any(${firstDays}::date[]) and e.booked_on > e.service_date and o.booked_on < ${heldSince}::date
    ) c`;
  const held = BigInt(row?.held ?? 0) + BigInt(row?.freed ?? 0);
  return { earnedMinor: BigInt(row?.earned ?? 0), paidMinor: BigInt(row?.paid ?? 0), heldMinor: held };
}
