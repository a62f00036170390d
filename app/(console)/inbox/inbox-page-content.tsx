import { redirect } from "next/navigation";
import { CallsPages } from "@/components/call/list/calls-pages";
import { type InboxAddress, inboxAddress } from "@/components/inbox/inbox-address";
import { InboxList } from "@/components/inbox/inbox-list";
import { InboxTabs } from "@/components/inbox/inbox-tabs";
import { NothingWaits } from "@/components/inbox/nothing-waits";
import { SilentBuyers } from "@/components/inbox/silent-buyers";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/base/errors";
import { countOpen } from "@/lib/inbox/count-open";
import { listInbox } from "@/lib/inbox/list-inbox";
import { listSilentBuyers } from "@/lib/inbox/list-silent-buyers";

type InboxPageContentProps = { ctx: Context; address: InboxAddress };

export async function InboxPageContent({ ctx, address }: InboxPageContentProps) {
  const [counts, silent, page] = await Promise.all([countOpen(ctx), listSilentBuyers(ctx), readPage(ctx, address)]);
  const { timeZone } = ctx.company;
  const { cursor, ...begin } = address;
  return (
    <>
      <SilentBuyers buyers={silent} timeZone={timeZone} />
      <InboxTabs address={address} open={counts.open} byReason={counts.by_reason} />
      {page.items.length === 0 ? (
        <NothingWaits state={address.state} />
      ) : (
        <InboxList items={page.items} timeZone={timeZone} access={ctx.actor.access} />
      )}
      <CallsPages
        newest={cursor === undefined ? null : inboxAddress(begin)}
        older={page.next_cursor === null ? null : inboxAddress({ ...address, cursor: page.next_cursor })}
      />
    </>
  );
}

async function readPage(ctx: Context, address: InboxAddress) {
  try {
    return await listInbox(ctx, address);
  } catch (reason) {
    // An invalid cursor shows the newest page.
    if (reason instanceof Invalid && address.cursor !== undefined)
      redirect(inboxAddress({ ...address, cursor: undefined }));
    throw reason;
  }
}
