import type { Metadata } from "next";
import { PartyStatements } from "@/components/statement/party-statements";
import { NoAccess } from "@/components/ui/no-access";
import { listStatements } from "@/lib/statement/list-statements";
import { previewStatement } from "@/lib/statement/preview-statements";
import { readBooks } from "../../../billing/read-books";
import { openAccount, type PartyParams } from "../read-party";

type PartyStatementsPageProps = {
  params: PartyParams;
  searchParams: Promise<{ cursor?: string | string[] }>;
};

export const metadata: Metadata = { title: "Statements" };

export default async function PartyStatementsPage({ params, searchParams }: PartyStatementsPageProps) {
  const { ctx, owner } = await openAccount(params, "/statements");
  const { cursor: parameter } = await searchParams;
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
