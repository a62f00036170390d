import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { DocumentsScreen } from "@/components/document/documents-screen";
import { NoAccess } from "@/components/ui/no-access";
import { documentsQuery, payableQuery } from "@/lib/document/client";
import { getPayable } from "@/lib/document/get-payable";
import { listDocuments } from "@/lib/document/list-documents";
import { todayOf } from "@/lib/ledger/today-of";
import { readBooks } from "../../../../billing/read-books";
import { openAccount, type PartyParams } from "../../read-party";

export const metadata: Metadata = { title: "Payments" };

export default async function DocumentsPage({ params }: { params: PartyParams }) {
  const { ctx, owner } = await openAccount(params, "/account/documents");
  const read = await readBooks(async () => ({
    page: await listDocuments(ctx, owner),
    payable: owner.type === "traffic_source" ? await getPayable(ctx, owner.id) : null,
  }));
  if (!read.value) return <NoAccess to="these payments" permission={read.needs} />;
  const { page, payable } = read.value;
  const queryClient = new QueryClient();
  queryClient.setQueryData(documentsQuery(owner).queryKey, { pages: [{ status: 200, ...page }], pageParams: [null] });
  if (payable) queryClient.setQueryData(payableQuery(owner.id).queryKey, payable);
  const { currency, decimals } = ctx.company;
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <DocumentsScreen
        key={`${owner.type} ${owner.id}`}
        owner={owner}
        access={ctx.actor.access}
        currency={currency}
        decimals={decimals}
        today={todayOf(ctx)}
      />
    </HydrationBoundary>
  );
}
