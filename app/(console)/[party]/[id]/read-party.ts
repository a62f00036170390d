import { notFound } from "next/navigation";
import { cache } from "react";
import { type PartyRef, partyAddress, partyKindOf } from "@/components/party/party-address";
import type { Context } from "@/lib/access/context";
import { findContext, requireContext } from "@/lib/access/current-context";
import { getPartyOfPage } from "@/lib/party/get-party";

type PartyKind = PartyRef["type"];
export type PartyParams = Promise<{ party: string; id: string }>;

type Ref<Kind extends PartyKind> = PartyRef & { readonly type: Kind };
type Opened<Kind extends PartyKind> = { readonly ctx: Context; readonly owner: Ref<Kind> };

export const WITH_ACCOUNT = ["buyer", "traffic_source"] as const;

/** The party of the address. Shows the not-found page for kinds of parties that have no such page. */
export async function ownerOf<Kind extends PartyKind>(params: PartyParams, kinds: readonly Kind[]): Promise<Ref<Kind>> {
  const { party, id } = await params;
  const kind = partyKindOf(party);
  const type = kinds.find((wanted) => wanted === kind);
  if (!type || !/^[1-9][0-9]{0,14}$/.test(id)) notFound();
  return { type, id: Number(id) };
}

/** Who asks, and for which party. `path` is that of the page, below the party's. */
export async function openParty<Kind extends PartyKind>(
  params: PartyParams,
  { path, kinds }: { readonly path: string; readonly kinds: readonly Kind[] },
): Promise<Opened<Kind>> {
  const owner = await ownerOf(params, kinds);
  return { ctx: await requireContext(`${partyAddress(owner)}${path}`), owner };
}

export function openAccount(params: PartyParams, path: string): Promise<Opened<(typeof WITH_ACCOUNT)[number]>> {
  return openParty(params, { path, kinds: WITH_ACCOUNT });
}

/** Cached per request: the layout and the overview both read it. Throws `Forbidden` or `NotFound`; null if signed out. */
export const readParty = cache(async (kind: PartyKind, id: number) => {
  const ctx = await findContext();
  return ctx && getPartyOfPage(ctx, kind, id);
});
