import type { Metadata } from "next";
import { redirect } from "next/navigation";
import {
  readStatementsView,
  type StatementsParameters,
  statementsAddress,
} from "@/components/statement/statements-address";
import { StatementsPage } from "@/components/statement/statements-page";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { Invalid } from "@/lib/base/errors";
import { listStatements } from "@/lib/statement/list-statements";
import { readBooks } from "../read-books";

type StatementsProps = { searchParams: Promise<StatementsParameters> };

export const metadata: Metadata = { title: "Statements" };

export default async function Statements({ searchParams }: StatementsProps) {
  const view = readStatementsView(await searchParams);
  const ctx = await requireContext(statementsAddress(view));
  const { buyer_id, traffic_source_id, ...rest } = view;
  const party = {
    buyer_id: buyer_id === undefined ? undefined : Number(buyer_id),
    traffic_source_id: traffic_source_id === undefined ? undefined : Number(traffic_source_id),
  };
  const read = await readBooks(() => listStatements(ctx, { ...party, ...rest }).catch(mendCursor));
  if (!read.value) return <NoAccess to="statements" permission={read.needs} />;
  return (
    <StatementsPage
      statements={read.value.statements}
      nextCursor={read.value.next_cursor}
      view={view}
      access={ctx.actor.access}
      currency={ctx.company.currency}
    />
  );

  function mendCursor(reason: unknown): never {
    if (reason instanceof Invalid) redirect(statementsAddress({ ...view, cursor: undefined }));
    throw reason;
  }
}
