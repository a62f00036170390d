import type { Context } from "@/lib/access/context";
import { may } from "@/lib/access/domain/access";
import { permit } from "@/lib/access/permit";
import { Invalid } from "@/lib/base/errors";
import { isDay } from "@/lib/base/is-day";
import { formatMoney } from "@/lib/base/money";
import type { Month } from "@/lib/base/month";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import type { Correction } from "./contract";
import { readBooks, requireMonth } from "./read-books";
import { type CorrectionCursor, type CorrectionView, listCorrectionViews } from "./sql/list-corrections";

const CORRECTIONS_A_PAGE = 50;

export type CorrectionPage = { readonly corrections: Correction[]; readonly next_cursor: string | null };

/** Entries posted to later months about a closed month, each with what it offsets, in pages. */
export function listCorrections(
  ctx: Context,
  month: Month,
  query: { readonly cursor?: string | undefined; readonly per_page?: number | undefined } = {},
): Promise<CorrectionPage> {
  permit(ctx.actor, "read", "billing");
  const { cursor, per_page = CORRECTIONS_A_PAGE } = query;
  const after = cursor === undefined ? null : parseCursor(cursor);
  return readInCompanySql(ctx.company.id, async (tx) => {
    requireMonth(month, await readBooks(tx, ctx));
    const views = await listCorrectionViews(tx, month, after, per_page + 1);
    const page = views.slice(0, per_page);
    const last = page.at(-1);
    return {
      corrections: page.map((view) => present(ctx, view)),
      next_cursor: views.length > per_page && last ? cursorOf(last) : null,
    };
  });
}

function present({ actor, company }: Context, view: CorrectionView): Correction {
  const { source, number, offsets } = view;
  const reads = may(actor.access, "read", view.party.type === "buyer" ? "call.revenue" : "call.payout");
  return {
    id: `${source}-${number}-${view.version}-${view.kind}`,
    kind: view.kind,
    ...(reads && { amount: formatMoney(view.amountMinor, company.decimals) }),
    party: view.party,
    call_id: source === "call" ? number : null,
    service_date: view.serviceDate,
    period: view.bookedOn.slice(0, 7),
    rollup_id: view.rollupNumber,
    posted_at: view.postedAt.toISOString(),
    mechanism: view.mechanism,
    ...(may(actor.access, "read", "call.details") && { reason: view.reason }),
    corrects: offsets && {
      id: `${source}-${number}-${offsets.version}-${offsets.kind}`,
      period: offsets.bookedOn.slice(0, 7),
    },
  };
}

function cursorOf({ serviceDate, rollupNumber, number, version, kind }: CorrectionCursor): string {
  return Buffer.from([serviceDate, rollupNumber, number, version, kind].join(".")).toString("base64url");
}

function parseCursor(text: string): CorrectionCursor {
  const match = /^(\d{4}-\d\d-\d\d)\.(\d{1,15})\.(\d{1,15})\.(\d{1,9})\.([a-z_]{1,40})$/.exec(
    Buffer.from(text, "base64url").toString("latin1"),
  );
  if (!match || !isDay(match[1] ?? ""))
    throw new Invalid({ cursor: "This cursor is invalid. Leave it out to start with the first page." });
  const [, serviceDate = "", rollupNumber, number, version, kind = ""] = match;
  return { serviceDate, rollupNumber: Number(rollupNumber), number: Number(number), version: Number(version), kind };
}
