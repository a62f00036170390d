import type { Context } from "@/lib/access/context";
import { AUTOMATIC } from "@/lib/access/domain/system-actor";
import { Invalid } from "@/lib/base/errors";
import type { ConversionRequest } from "@/lib/conversion/domain/request";
import { presentPreview } from "@/lib/conversion/present-preview";
import { namesOf, previewEach } from "@/lib/conversion/preview";
import type { InboxRow } from "@/lib/conversion/sql/inbox-row";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { InboxItem } from "./contract";
import { type ItemRequest, requestOfItem, type Target } from "./request-of-item";
import { sentenceOf } from "./resolve-items";

type ItemPreview = NonNullable<InboxItem["preview"]>;
type Asked = { readonly row: InboxRow; readonly target: Target };

/** Previews each item separately, without locks or writes. */
export async function previewItems(
  tx: SqlTx,
  ctx: Context,
  asked: readonly Asked[],
): Promise<ReadonlyMap<number, ItemPreview>> {
  const items: { readonly id: number; readonly asks: ItemRequest }[] = [];
  for (const { row, target } of asked) items.push({ id: row.id, asks: await requestOfItem(tx, ctx, row, target) });
  const requests = items.flatMap(({ asks }) => (asks.kind === "request" ? [allowed(asks.request)] : []));
  const plans = await previewEach(tx, ctx, requests);
  const names = await namesOf(tx, plans);
  const previews = [...plans];
  return new Map(
    items.flatMap(({ id, asks }): [number, ItemPreview][] => {
      if (asks.kind === "dismiss") return [];
      if (asks.kind === "rejected") return [[id, { entries: [], rejected: sentenceOf(asks.error) }]];
      const previewed = previews.shift();
      const [outcome] = previewed?.plan.outcomes ?? [];
      if (!previewed || !outcome) return [];
      if (!outcome.ok) return [[id, { entries: [], rejected: sentenceOf(outcome.error) }]];
      const { entries, margin, caps } = presentPreview(ctx, previewed, outcome, names);
      const converts = !asks.proposes || previewed.plan.stateOf(outcome.callId)?.[asks.proposes].converted;
      const rejected = converts ? {} : { rejected: NOT_BY_FACTS };
      return [
        [id, { entries, ...(margin !== undefined && { margin }), ...(caps.length > 0 && { caps }), ...rejected }],
      ];
    }),
  );
}

const NOT_BY_FACTS = sentenceOf(new Invalid({}, "With its current data, the call no longer converts."));

/** Shows the preview also to a person who may not resolve the item. */
function allowed(request: ConversionRequest): ConversionRequest {
  return { ...request, actor: { ...request.actor, access: AUTOMATIC.access } };
}
