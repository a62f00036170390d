import type { Metadata } from "next";
import { redirect } from "next/navigation";
import {
  type EntriesParameters,
  type EntriesView,
  entriesAddress,
  entriesQuery,
  readEntriesView,
} from "@/components/ledger/entries-address";
import { EntriesPage } from "@/components/ledger/entries-page";
import { EntryFilters } from "@/components/ledger/entry-filters";
import { Alert } from "@/components/ui/alert";
import { NoAccess } from "@/components/ui/no-access";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/base/errors";
import { listAccountEntries } from "@/lib/ledger/list-account-entries";
import { readBooks } from "../../../billing/read-books";
import { openAccount, type PartyParams } from "../read-party";
import { readAccount } from "./read-account";

type AccountPageProps = { params: PartyParams; searchParams: Promise<EntriesParameters> };

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage({ params, searchParams }: AccountPageProps) {
  const view = readEntriesView(await searchParams);
  const { ctx, owner } = await openAccount(params, "/account");
  const read = await readBooks(() => readAccount(owner.type, owner.id));
  if (!read.value) return <NoAccess to="this account" permission={read.needs} />;
  const page = await readPage(ctx, owner, view);
  if ("errors" in page) {
    return (
      <>
        <EntryFilters account={read.value} view={view} />
        <Alert tone="negative" title="Invalid filters">
          {page.errors.join(" ")}
        </Alert>
      </>
    );
  }
  const { entries, next_cursor } = page;
  const { timeZone } = ctx.company;
  return (
    <EntriesPage account={read.value} view={view} entries={entries} nextCursor={next_cursor} timeZone={timeZone} />
  );
}

async function readPage(ctx: Context, owner: Parameters<typeof listAccountEntries>[1], view: EntriesView) {
  const asked = entriesQuery(view);
  if ("errors" in asked) return asked;
  try {
    return await listAccountEntries(ctx, owner, asked.query);
  } catch (reason) {
    if (!(reason instanceof Invalid)) throw reason;
    // An invalid cursor shows the newest entries.
    const { cursor: _, ...filters } = view;
    if ("cursor" in reason.errors) redirect(entriesAddress(owner, filters));
    return { errors: Object.values(reason.errors) };
  }
}
