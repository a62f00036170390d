import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { formatMoney } from "@/lib/base/money";
import { statementName } from "@/lib/document/domain/statement-number";
import { seesAccounts } from "@/lib/ledger/permit-account";
import type { OwnerType } from "@/lib/party/domain/account-owner";
import { inCompany } from "@/lib/platform/sql/in-company";
import type { IssueAnswer, IssueRequest } from "./contract/statement";
import { issueStatements } from "./issue-statements";
import { ownerOf } from "./list-statements";
import { previewStatements } from "./preview-statements";
import { findStatements } from "./sql/statement-row";

const PREVIEWS_SHOWN = 200;
const NUMBERS_SHOWN = 1_000;

/** Issues due statements, or previews them. Throws `Forbidden`, `NotFound` or `Invalid`. */
export async function issueOrPreview(ctx: Context, request: IssueRequest): Promise<IssueAnswer> {
  permit(ctx.actor, request.preview === true ? "read" : "update", "billing");
  const issuing = { owner: ownerOf(request) ?? undefined, through: request.through };
  if (request.preview === true) {
    const previewed = await previewStatements(ctx, issuing);
    return {
      ...totals(
        ctx,
        previewed.map(({ party, billedMinor }) => ({ type: party.type, billedMinor })),
      ),
      issued: false,
      due: previewed.slice(0, PREVIEWS_SHOWN).map(({ billedMinor: _, ...due }) => due),
    };
  }
  const numbers = await issueStatements(ctx, issuing);
  const rows = await inCompany(ctx.company.id, (tx) => findStatements(tx, numbers));
  const issued = numbers.flatMap((number) => rows.get(number) ?? []);
  return {
    ...totals(
      ctx,
      issued.map(({ ownerType, billedMinor }) => ({ type: ownerType, billedMinor })),
    ),
    issued: true,
    numbers: issued.slice(0, NUMBERS_SHOWN).map(({ ownerType, number }) => statementName(ownerType, number)),
  };
}

type Billed = { readonly type: OwnerType; readonly billedMinor: bigint };

function totals({ actor, company }: Context, all: readonly Billed[]) {
  const of = (wanted: OwnerType) => {
    const some = all.filter(({ type }) => type === wanted);
    const billed = some.reduce((sum, { billedMinor }) => sum + billedMinor, 0n);
    const seen = seesAccounts(actor, wanted) && { billed: formatMoney(billed, company.decimals) };
    return { count: some.length, ...seen };
  };
  return { status: 200 as const, count: all.length, invoices: of("buyer"), payout_statements: of("traffic_source") };
}
