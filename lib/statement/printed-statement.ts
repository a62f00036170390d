import { formatMoney } from "@/lib/base/money";
import { statementName } from "@/lib/document/domain/statement-number";
import type { OwnerType } from "@/lib/party/domain/account-owner";
import type { StatementLine, StatementTax, SummedLine } from "./contract/statement";
import { FrozenStatement } from "./contract/statement-record";
import { carriedOver, toPay } from "./domain/to-pay";
import { presentSum, presentTax } from "./present-statement";
import type { StatementRow } from "./sql/statement-row";

/** The complete input of a printed statement. Nothing in it ever changes. */
export type PrintedStatement = {
  readonly number: string;
  readonly previous: string | null;
  readonly isInvoice: boolean;
  readonly frozen: FrozenStatement;
  /** The image of the company's logo. */
  readonly logo?: Uint8Array | null;
  readonly issuedAt: Date;
  readonly cycleStart: string;
  readonly cycleEnd: string;
  readonly dueOn: string;
  readonly currency: string;
  readonly opening: string;
  readonly billed: string;
  readonly carried: string;
  readonly closing: string;
  /** Null if nothing is to pay by its due date. */
  readonly toPay: string | null;
  readonly isOwed: boolean;
  readonly sums: readonly SummedLine[];
  readonly taxes: readonly {
    /** With the statement whose tax it gives back, if any. */
    readonly name: string;
    readonly percent: string;
    readonly net: string;
    readonly amount: string;
    readonly takes_back?: string | null;
  }[];
  /** Null if there are too many to print. */
  readonly lines: readonly StatementLine[] | null;
  readonly days: readonly (SummedLine & { readonly day: string | null })[];
};

export function printedStatement(
  row: StatementRow,
  lines: readonly StatementLine[] | null,
  logo: Uint8Array | null = null,
): PrintedStatement {
  const frozen = FrozenStatement.parse(row.frozen);
  const { decimals, offers } = frozen;
  return {
    number: statementName(row.ownerType, row.number),
    previous: row.previousNumber === null ? null : statementName(row.ownerType, row.previousNumber),
    isInvoice: row.ownerType === "buyer",
    frozen,
    logo,
    issuedAt: row.issuedAt,
    cycleStart: row.cycleStart,
    cycleEnd: row.cycleEnd,
    dueOn: row.dueOn,
    currency: row.currency,
    opening: formatMoney(row.openingMinor, decimals),
    billed: formatMoney(row.billedMinor, decimals),
    carried: formatMoney(carriedOver(row), decimals),
    closing: formatMoney(row.closingMinor, decimals),
    toPay: toPay(row) > 0n ? formatMoney(toPay(row), decimals) : null,
    isOwed: row.closingMinor > 0n,
    sums: frozen.lines.map((line) => presentSum(line, offers, decimals)),
    taxes: frozen.taxes.map((tax) => withWhatItTakesBack(presentTax(tax, row.ownerType, decimals), row.ownerType)),
    lines,
    days: (frozen.days ?? []).map(({ day, ...sum }) => ({ day, ...presentSum(sum, offers, decimals) })),
  };
}

function withWhatItTakesBack(tax: StatementTax, type: OwnerType): StatementTax {
  if (tax.takes_back === null) return tax;
  const offsets = type === "buyer" ? "credits" : "clawbacks";
  return { ...tax, name: `${tax.name} on ${offsets} of ${tax.takes_back}` };
}
