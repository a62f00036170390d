import type { Metadata } from "next";
import { BillingRefused } from "@/components/ledger/billing-refused";
import { ProofScreen } from "@/components/proof/proof-screen";
import { requireContext } from "@/lib/access/current-context";
import { getProof } from "@/lib/proof/get-proof";
import { readBooks } from "../read-books";

export const metadata: Metadata = { title: "Proof" };

export default async function ProofPage() {
  const ctx = await requireContext("/billing/proof");
  const { value, needs } = await readBooks(() => getProof(ctx));
  if (!value) return <BillingRefused what="proofs" permission={needs} />;
  return <ProofScreen initial={value} timeZone={ctx.company.timeZone} access={ctx.actor.access} />;
}
