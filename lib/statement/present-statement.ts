import type { Day } from "@/lib/base/day";
import { formatMoney } from "@/lib/base/money";
import { statementName } from "@/lib/document/domain/statement-number";
import type { OwnerType } from "@/lib/party/domain/account-owner";
import type { Statement, StatementSummary, StatementTax, SummedLine } from "./contract/statement";
import { FrozenStatement, type FrozenTax } from "./contract/statement-record";
import { stateOf } from "./domain/statement-state";
import { percentText } from "./domain/tax-rate";
import { carriedOver, toPay } from "./domain/to-pay";
import { rateOfFrozen, takenBackBy } from "./frozen-tax";
import type { Settlement } from "./sql/read-settlements";
import type { StatementRow } from "./sql/statement-row";

/** `seesAmounts` is the reader's; `today` is the company's. */
export function presentSummary(row: StatementRow, today: Day, seesAmounts: boolean): StatementSummary {
  const { party, decimals } = FrozenStatement.parse(row.frozen);
  const money = (minor: bigint) => formatMoney(minor, decimals);
  return {
    number: statementName(row.ownerType, row.number),
    party: { type: party.type, id: party.id, name: party.name },
    cycle_start: row.cycleStart,
    cycle_end: row.cycleEnd,
    currency: row.currency,
    entries: row.entryCount,
    issued_at: row.issuedAt.toISOString(),
    due_on: row.dueOn,
    state: stateOf(row, today),
    ...(seesAmounts && {
      opening: money(row.openingMinor),
      closing: money(row.closingMinor),
      billed: money(row.billedMinor),
      allocated: money(row.allocatedMinor),
    }),
  };
}

/** For readers who may see its amounts. */
export function presentStatement(row: StatementRow, settlements: readonly Settlement[], today: Day): Statement {
  const frozen = FrozenStatement.parse(row.frozen);
  const { company, party, terms, decimals } = frozen;
  return {
    ...presentSummary(row, today, true),
    previous: row.previousNumber === null ? null : statementName(row.ownerType, row.previousNumber),
    issuer: detailsOf(company),
    logo_url: company.logo === undefined ? null : `/api/v1/company/logo?version=${company.logo}`,
    recipient: detailsOf(party),
    carried: formatMoney(carriedOver(row), decimals),
    to_pay: formatMoney(toPay(row), decimals),
    cycle: terms.cycle,
    net_days: terms.net_days,
    lines: frozen.lines.map((line) => presentSum(line, frozen.offers, decimals)),
    taxes: frozen.taxes.map((tax) => presentTax(tax, row.ownerType, decimals)),
    late_lines: frozen.late_count,
    digest: Buffer.from(row.digest).toString("hex"),
    rollup_id: row.rollupNumber,
    open: formatMoney(row.billedMinor - row.allocatedMinor, decimals),
    allocations: settlements.map(({ amountMinor, ...document }) => ({
      ...document,
      amount: formatMoney(amountMinor, decimals),
    })),
  };
}

export function presentSum(
  { kind, offer_id: id, count, amount }: FrozenStatement["lines"][number],
  offers: FrozenStatement["offers"],
  decimals: number,
): SummedLine {
  const name = offers[id];
  return {
    kind,
    offer: name === undefined ? null : { id, name },
    entries: count,
    amount: formatMoney(BigInt(amount), decimals),
  };
}

export function presentTax(tax: FrozenTax, type: OwnerType, decimals: number): StatementTax {
  const takesBack = takenBackBy(tax);
  return {
    name: tax.name,
    percent: percentText(rateOfFrozen(tax).millionths),
    net: formatMoney(BigInt(tax.net), decimals),
    amount: formatMoney(BigInt(tax.amount), decimals),
    takes_back: takesBack === null ? null : statementName(type, takesBack),
  };
}

function detailsOf({ legal_name, address, tax_id, email }: FrozenStatement["company"]): Statement["issuer"] {
  return { legal_name, address, tax_id, email };
}
