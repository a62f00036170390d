import { formatMoney } from "@/lib/base/money";
import { statementName } from "@/lib/document/domain/statement-number";
import type { OutgoingEvent } from "@/lib/outbound/domain/outgoing-event";
import { findReceivers } from "@/lib/outbound/sql/receivers";
import { recordEvents } from "@/lib/outbound/sql/record-events";
import type { AccountOwner } from "@/lib/party/domain/account-owner";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { NewStatement } from "./sql/insert-statements";

export type IssuedTo = { readonly owner: AccountOwner; readonly statement: NewStatement };

/** Queues new statements for outside systems. The ledger head must be locked. */
export async function recordIssued(tx: SqlTx, issued: readonly IssuedTo[]): Promise<void> {
  const receivers = await findReceivers(tx, ["statement.issued"]);
  if (receivers === null) return;
  const { decimals } = receivers.money;
  await recordEvents(
    tx,
    receivers,
    issued.map((one) => issuedEvent(one, decimals)),
  );
}

/** Statements of one party are reported in order. */
function issuedEvent({ owner, statement }: IssuedTo, decimals: number): OutgoingEvent {
  return {
    type: "statement.issued",
    subject: `statement ${owner.type} ${owner.id}`,
    occurredAt: statement.issuedAt,
    parties: {
      offerId: null,
      buyerId: owner.type === "buyer" ? owner.id : null,
      trafficSourceId: owner.type === "traffic_source" ? owner.id : null,
    },
    mechanism: null,
    shared: {
      statement: {
        number: statementName(owner.type, statement.number),
        party: { type: owner.type, id: owner.id },
        cycle_start: statement.cycleStart,
        cycle_end: statement.cycleEnd,
        due_on: statement.dueOn,
        billed: formatMoney(statement.billedMinor, decimals),
        balance: formatMoney(statement.closingMinor, decimals),
      },
      currency: statement.currency,
    },
    buyerSide: {},
    offerSide: {},
  };
}
