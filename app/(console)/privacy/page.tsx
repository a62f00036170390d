import type { Metadata } from "next";
import { PrivacyPage } from "@/components/erasure/privacy-page";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { listErasures } from "@/lib/erasure/list-erasures";
import { readBooks } from "../billing/read-books";

export const metadata: Metadata = { title: "Privacy" };

export default async function Privacy() {
  const ctx = await requireContext("/privacy");
  const { value, needs } = await readBooks(() => listErasures(ctx));
  if (!value) return <NoAccess to="Privacy" permission={needs} />;
  return <PrivacyPage list={value} timeZone={ctx.company.timeZone} access={ctx.actor.access} />;
}
