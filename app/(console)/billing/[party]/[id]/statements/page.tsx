import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { partyAddress, partyOfAddress } from "@/components/ledger/party-address";
import { PartyStatements } from "@/components/statement/party-statements";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { listStatements } from "@/lib/statement/list-statements";
import { previewStatement } from "@/lib/statement/preview-statements";
import { readBooks } from "../../../read-books";

type PartyStatementsPageProps = {
  params: Promise<{ party: string; id: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
};

export const metadata: Metadata = { title: "Statements" };

export default async function PartyStatementsPage({ params, searchParams }: PartyStatementsPageProps) {
  const [{ party, id }, { cursor: parameter }] = [await params, await searchParams];
  const owner = partyOfAddress(party, id);
  if (!owner) notFound();
  const ctx = await requireContext(`${partyAddress(owner)}/statements`);
  const cursor = typeof parameter === "string" && /^[1-9][0-9]{0,15}$/.test(parameter) ? parameter : undefined;
  const of = owner.type === "buyer" ? { buyer_id: owner.id } : { traffic_source_id: owner.id };
  const read = await readBooks(async () => ({
    next: await previewStatement(ctx, owner),
    page: await listStatements(ctx, { ...of, cursor }),
  }));
  if (!read.value) return <NoAccess to="these statements" permission={read.needs} />;
  const { next, page } = read.value;
  return (
    <PartyStatements
      owner={owner}
      next={next.map(({ billedMinor: _, ...due }) => due)}
      statements={page.statements}
      cursor={cursor}
      nextCursor={page.next_cursor}
      access={ctx.actor.access}
      currency={ctx.company.currency}
    />
  );
}
