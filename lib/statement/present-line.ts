import type { Day } from "@/lib/base/day";
import { formatMoney } from "@/lib/base/money";
import { statementName } from "@/lib/document/domain/statement-number";
import { signOf } from "@/lib/ledger/domain/signed-balance";
import type { OwnerType } from "@/lib/party/domain/account-owner";
import type { StatementLine } from "./contract/statement";
import type { FrozenStatement } from "./contract/statement-record";
import { apartOf, apartReason } from "./domain/apart";
import type { LineRow } from "./sql/line-row";

export type LineOf = {
  readonly type: OwnerType;
  readonly previousEnd: Day | null;
  readonly frozen: FrozenStatement;
};

export function presentLine(row: LineRow, { type, previousEnd, frozen }: LineOf): StatementLine {
  const name = frozen.offers[row.offerId];
  const signed = signOf(type) * (row.isDebit ? row.amountMinor : -row.amountMinor);
  const apart = apartOf(row, previousEnd);
  return {
    entry_id: entryId(row, row),
    day: row.bookedOn,
    service_day: row.serviceDate,
    kind: row.kind,
    amount: formatMoney(signed, frozen.decimals),
    call: row.callUuid === null ? null : { id: row.number, uuid: row.callUuid },
    caller: row.caller,
    offer: name === undefined || row.callUuid === null ? null : { id: row.offerId, name },
    document: row.source === "document" ? row.number : null,
    apart: apart && {
      as: apart,
      reason: apartReason(row),
      mechanism: row.mechanism,
      corrects: row.corrects && {
        entry_id: entryId(row, row.corrects),
        day: row.corrects.bookedOn,
        statement: row.corrects.statementNumber === null ? null : statementName(type, row.corrects.statementNumber),
      },
    },
  };
}

function entryId({ source, number }: LineRow, { version, kind }: { readonly version: number; readonly kind: string }) {
  return `${source}-${number}-${version}-${kind}`;
}
