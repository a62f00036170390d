import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { partyAddress, partyOfAddress } from "@/components/ledger/party-address";
import { TermsHistory } from "@/components/statement/terms-history";
import { TermsScreen } from "@/components/statement/terms-screen";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { getBillingProfile } from "@/lib/billing-profile/get-billing-profile";
import { readBooks } from "../../../read-books";

type TermsPageProps = { params: Promise<{ party: string; id: string }> };

export const metadata: Metadata = { title: "Terms" };

export default async function TermsPage({ params }: TermsPageProps) {
  const { party, id } = await params;
  const owner = partyOfAddress(party, id);
  if (!owner) notFound();
  const ctx = await requireContext(`${partyAddress(owner)}/terms`);
  const read = await readBooks(() => getBillingProfile(ctx, owner));
  if (!read.value) return <NoAccess to="these terms" permission={read.needs} />;
  const terms = read.value;
  return (
    <>
      <TermsScreen key={`${owner.type} ${owner.id} ${terms.version}`} terms={terms} access={ctx.actor.access} />
      <TermsHistory history={terms.history} timeZone={ctx.company.timeZone} />
    </>
  );
}
