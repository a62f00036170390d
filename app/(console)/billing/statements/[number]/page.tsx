import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { StatementSheet } from "@/components/statement/statement-sheet";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { Invalid } from "@/lib/base/errors";
import { getStatement } from "@/lib/statement/get-statement";
import { listStatementLines } from "@/lib/statement/list-statement-lines";
import { readBooks } from "../../read-books";

type StatementPageProps = {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
};

const LINES_APART = 200;

export async function generateMetadata({ params }: StatementPageProps): Promise<Metadata> {
  return { title: `Statement ${(await params).number}` };
}

export default async function StatementPage({ params, searchParams }: StatementPageProps) {
  const [{ number }, { cursor: cursors }] = [await params, await searchParams];
  const address = `/billing/statements/${encodeURIComponent(number)}`;
  const cursor = Array.isArray(cursors) ? cursors[0] : cursors;
  const ctx = await requireContext(address);
  const read = await readBooks(async () => ({
    statement: await getStatement(ctx, number),
    apart: await listStatementLines(ctx, number, { part: "apart", per_page: LINES_APART }),
    usual: await listStatementLines(ctx, number, { part: "usual", cursor }).catch(mendCursor),
  }));
  if (!read.value) return <NoAccess to="this statement" permission={read.needs} />;
  const { statement, apart, usual } = read.value;
  return (
    <StatementSheet
      statement={statement}
      apart={apart.lines}
      moreApart={apart.next_cursor !== null}
      usual={usual.lines}
      cursor={cursor}
      nextCursor={usual.next_cursor}
    />
  );

  function mendCursor(reason: unknown): never {
    if (reason instanceof Invalid) redirect(address);
    throw reason;
  }
}
