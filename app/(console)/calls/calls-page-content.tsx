import { redirect } from "next/navigation";
import { CallsList } from "@/components/call/list/calls-list";
import { CallsPages } from "@/components/call/list/calls-pages";
import { NoCalls } from "@/components/call/list/no-calls";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/base/errors";
import { listCalls } from "@/lib/report/list-calls";
import { type CallsAddress, callsAddress } from "./calls-address";

type CallsPageContentProps = { ctx: Context; address: CallsAddress };

export async function CallsPageContent({ ctx, address }: CallsPageContentProps) {
  const { search, cursor } = address;
  const { calls, next_cursor } = await readPage(ctx, address);
  return (
    <>
      {calls.length === 0 ? (
        <NoCalls search={search} pagedPast={cursor !== undefined} />
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

async function readPage(ctx: Context, { search, cursor }: CallsAddress) {
  try {
    return await listCalls(ctx, { q: search, cursor });
  } catch (reason) {
    // An invalid cursor shows the newest calls.
    if (reason instanceof Invalid && cursor !== undefined) redirect(callsAddress({ search }));
    throw reason;
  }
}
