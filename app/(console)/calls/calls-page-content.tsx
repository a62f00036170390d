import { redirect } from "next/navigation";
import { CallsList } from "@/components/call/list/calls-list";
import { CallsPages } from "@/components/call/list/calls-pages";
import { NoCalls } from "@/components/call/list/no-calls";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/base/errors";
import { type CallPage, listCalls } from "@/lib/report/list-calls";
import { type CallsAddress, callsAddress } from "./calls-address";

type CallsPageContentProps = { ctx: Context; address: CallsAddress };

export async function CallsPageContent({ ctx, address }: CallsPageContentProps) {
  const { search, cursor } = address;
  const { calls, next_cursor, tooWide } = await readPage(ctx, address);
  return (
    <>
      {calls.length === 0 ? (
        <NoCalls search={search} tooWide={tooWide} pagedPast={cursor !== undefined} />
      ) : (
        <CallsList calls={calls} timeZone={ctx.company.timeZone} currency={ctx.company.currency} />
      )}
      <CallsPages
        newest={cursor === undefined ? null : callsAddress({ search })}
        older={next_cursor === null ? null : callsAddress({ search, cursor: next_cursor })}
      />
    </>
  );
}

type Page = CallPage & { readonly tooWide?: string | undefined };

async function readPage(ctx: Context, { search, cursor }: CallsAddress): Promise<Page> {
  try {
    return await listCalls(ctx, { q: search, cursor });
  } catch (reason) {
    // An invalid cursor shows the newest calls.
    if (reason instanceof Invalid && cursor !== undefined) redirect(callsAddress({ search }));
    if (reason instanceof Invalid && reason.errors.q) return { calls: [], next_cursor: null, tooWide: reason.errors.q };
    throw reason;
  }
}
