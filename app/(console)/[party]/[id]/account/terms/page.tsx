import type { Metadata } from "next";
import { TermsHistory } from "@/components/statement/terms-history";
import { TermsScreen } from "@/components/statement/terms-screen";
import { NoAccess } from "@/components/ui/no-access";
import { getBillingProfile } from "@/lib/billing-profile/get-billing-profile";
import { readBooks } from "../../../../billing/read-books";
import { openAccount, type PartyParams } from "../../read-party";

export const metadata: Metadata = { title: "Terms" };

export default async function TermsPage({ params }: { params: PartyParams }) {
  const { ctx, owner } = await openAccount(params, "/account/terms");
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
