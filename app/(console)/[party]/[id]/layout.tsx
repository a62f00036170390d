import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { partyKindOf } from "@/components/party/party-address";
import { PartyHeader } from "@/components/party/party-header";
import { findContext } from "@/lib/access/current-context";
import { DomainError } from "@/lib/base/errors";
import { type PartyParams, readParty } from "./read-party";

/** Each page checks access itself, so that it can name the missing permission. */
export default async function PartyLayout({ params, children }: { params: PartyParams; children: ReactNode }) {
  const { party: segment, id } = await params;
  const kind = partyKindOf(segment);
  if (!kind) notFound();
  const context = await findContext();
  const party = /^[1-9][0-9]{0,14}$/.test(id) ? await readParty(kind, Number(id)).catch(refused) : null;
  if (!context || !party) return children;
  return (
    <>
      <PartyHeader kind={kind} party={party} access={context.actor.access} />
      {children}
    </>
  );
}

function refused(reason: unknown): null {
  if (reason instanceof DomainError) return null;
  throw reason;
}
