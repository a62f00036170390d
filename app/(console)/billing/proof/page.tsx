import type { Metadata } from "next";
import { ProofScreen } from "@/components/proof/proof-screen";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { getProof } from "@/lib/proof/get-proof";
import { readBooks } from "../read-books";

export const metadata: Metadata = { title: "Ledger verification" };

export default async function ProofPage() {
  const ctx = await requireContext("/billing/proof");
  const { value, needs } = await readBooks(() => getProof(ctx));
  if (!value) return <NoAccess to="Ledger verification" permission={needs} />;
  return <ProofScreen initial={value} timeZone={ctx.company.timeZone} access={ctx.actor.access} />;
}
