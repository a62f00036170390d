import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { RollupPage } from "@/components/ledger/rollup-page";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { Invalid } from "@/lib/base/errors";
import { getRollup } from "@/lib/ledger/get-rollup";
import { readBooks } from "../../read-books";

type RollupDetailPageProps = {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
};

export const metadata: Metadata = { title: "Rollup" };

export default async function RollupDetailPage({ params, searchParams }: RollupDetailPageProps) {
  const { number } = await params;
  const cursor = [(await searchParams).cursor].flat()[0];
  const address = `/billing/rollups/${encodeURIComponent(number)}`;
  const ctx = await requireContext(address);
  if (!/^[1-9][0-9]{0,14}$/.test(number)) notFound();
  const { value, needs } = await readBooks(() => getRollup(ctx, Number(number), { cursor })).catch(
    (reason: unknown) => {
      // An invalid cursor shows the first page.
      if (reason instanceof Invalid) redirect(address);
      throw reason;
    },
  );
  if (!value) return <NoAccess to="rollups" permission={needs} />;
  const { next_cursor, ...found } = value;
  return <RollupPage {...found} nextCursor={next_cursor} paged={cursor !== undefined} company={ctx.company} />;
}
