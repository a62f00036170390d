import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { SettingsScreen } from "@/components/settings/settings-screen";
import { NoAccess } from "@/components/ui/no-access";
import type { Context } from "@/lib/access/context";
import { requireContext } from "@/lib/access/current-context";
import type { Party } from "@/lib/party/contract";
import { type SettingsAnswer, settingsQuery } from "@/lib/settings/client";
import { readSettings } from "./read-settings";

const NAMES = 1000;

type SettingsPageProps<Answer extends SettingsAnswer> = {
  kind: "buyer" | "offer";
  params: Promise<{ id: string }>;
  read: (ctx: Context, id: number) => Promise<Answer>;
  /** Names are only queried when there are prices besides the default. */
  isPricedBy: (answer: Answer) => boolean;
  find: (ctx: Context, query: { per_page: number }) => Promise<Party[]>;
};

export async function settingsPage<Answer extends SettingsAnswer>({
  kind,
  params,
  read,
  isPricedBy,
  find,
}: SettingsPageProps<Answer>) {
  const { id } = await params;
  const ctx = await requireContext(`/${kind}s/${encodeURIComponent(id)}`);
  if (!/^[1-9][0-9]{0,15}$/.test(id)) notFound();
  const owner = { kind, id: Number(id) };
  const answer = await readSettings(async () => read(ctx, owner.id));
  if (!answer)
    return <NoAccess to={kind === "buyer" ? "buyer settings" : "offer settings"} permission="settings: read" />;
  const parties = isPricedBy(answer) ? await readSettings(async () => find(ctx, { per_page: NAMES })) : null;
  const queryClient = new QueryClient();
  queryClient.setQueryData(settingsQuery(owner).queryKey, answer);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <SettingsScreen
        key={owner.id}
        owner={owner}
        access={ctx.actor.access}
        timeZone={ctx.company.timeZone}
        pricedBy={parties ?? []}
      />
    </HydrationBoundary>
  );
}
