import type { Day } from "@/lib/base/day";
import type { BillingDetails, BillingProfile } from "@/lib/billing-profile/contract";
import type { Company } from "@/lib/company/domain/company";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { CumulativeSums, FrozenStatement } from "./contract/statement-record";
import type { StatementDraft } from "./domain/draft-statements";
import { countOf, subtractSums } from "./domain/sums";
import { frozenTax } from "./frozen-tax";
import { readDaySums } from "./sql/cycle-sums";
import { type IssuingAccount, offerNames } from "./sql/issuing-accounts";
import { sumText } from "./sum-text";

/** A statement with more lines prints sums per day instead. */
export const LINES_PRINTED = 5_000;

export type Composing = {
  readonly account: IssuingAccount;
  readonly profile: BillingProfile;
  readonly details: BillingDetails;
  /** The version of the company's logo. */
  readonly logo: string | null;
  readonly issuedOn: Day;
  /** The document number of each tax, in order; null for a tax of 0. */
  readonly taxDocuments: readonly (number | null)[];
};

/** Everything on a statement that could change later, in its current state. */
export async function composeFrozen(
  tx: Tx,
  company: Company,
  draft: StatementDraft,
  { account, profile, details, logo, issuedOn, taxDocuments }: Composing,
): Promise<FrozenStatement> {
  const names = await offerNames(tx, [...new Set(draft.lines.map(({ offerId }) => offerId))]);
  return {
    party: { type: account.owner.type, id: account.owner.id, name: account.name, ...printed(profile, account.name) },
    company: { name: company.name, ...printed(details, company.name), ...(logo !== null && { logo }) },
    time_zone: company.timeZone,
    issued_on: issuedOn,
    decimals: company.decimals,
    terms: { cycle: profile.cycle, net_days: profile.net_days },
    lines: draft.lines.map(sumText),
    offers: Object.fromEntries(names),
    taxes: draft.taxes.map((tax, place) => frozenTax(tax, taxDocuments[place] ?? null)),
    late_count: draft.lateCount,
    days: countOf(draft.lines) > LINES_PRINTED ? await daysOf(tx, account, draft) : null,
  };
}

export function composeCumulative({ after }: StatementDraft, openFrom: Day | null): CumulativeSums {
  return { total: after.total.map(sumText), open_from: openFrom, open: after.open.map(sumText) };
}

function printed({ legal_name, address, tax_id, email }: BillingDetails, name: string) {
  return { legal_name: legal_name || name, address, tax_id, email };
}

async function daysOf(tx: Tx, { accountId, owner }: IssuingAccount, draft: StatementDraft) {
  const days = await readDaySums(tx, { accountId, type: owner.type }, draft);
  const late = subtractSums(draft.lines, days);
  return [
    ...late.map((sum) => ({ day: null, ...sumText(sum) })),
    ...days.map(({ day, ...sum }) => ({ day, ...sumText(sum) })),
  ];
}
