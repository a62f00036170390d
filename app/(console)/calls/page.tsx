import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CallsList } from "@/components/calls/calls-list";
import { CallsPages } from "@/components/calls/calls-pages";
import { NoCalls } from "@/components/calls/no-calls";
import { TextLink } from "@/components/ui/text-link";
import { requireContext } from "@/lib/auth/current-context";
import { Invalid } from "@/lib/domain/errors";
import { listCalls } from "@/lib/services/call/list-calls";
import type { Context } from "@/lib/services/context";

export const metadata: Metadata = { title: "Calls" };

type CallsPageProps = { searchParams: Promise<{ q?: string | string[]; cursor?: string | string[] }> };

const LONGEST_SEARCH = 100;

export default async function CallsPage({ searchParams }: CallsPageProps) {
  const parameters = await searchParams;
  const q = first(parameters.q)?.trim().slice(0, LONGEST_SEARCH) ?? "";
  const cursor = first(parameters.cursor);
  const ctx = await requireContext(addressOf(q, cursor));
  const { calls, next_cursor } = await readPage(ctx, q, cursor);
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline gap-x-4">
        <h1 className="font-semibold text-20">{q ? `Calls matching “${q}”` : "Calls"}</h1>
        {q && (
          <p className="text-13">
            <TextLink href="/calls">Show all calls</TextLink>
          </p>
        )}
      </div>
      {calls.length === 0 ? (
        <NoCalls search={q} pagedPast={cursor !== undefined} />
      ) : (
        <CallsList calls={calls} timeZone={ctx.company.timeZone} currency={ctx.company.currency} />
      )}
      <CallsPages
        newest={cursor === undefined ? null : addressOf(q)}
        older={next_cursor === null ? null : addressOf(q, next_cursor)}
      />
    </>
  );
}

async function readPage(ctx: Context, q: string, cursor: string | undefined) {
  try {
    return await listCalls(ctx, { q, cursor });
  } catch (reason) {
    // A cursor that somebody mistyped or cut off leads to the newest calls.
    if (reason instanceof Invalid && cursor !== undefined) redirect(addressOf(q));
    throw reason;
  }
}

function addressOf(q: string, cursor?: string): string {
  const parameters = new URLSearchParams({ ...(q && { q }), ...(cursor !== undefined && { cursor }) });
  return parameters.size === 0 ? "/calls" : `/calls?${parameters}`;
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
