import type { Metadata } from "next";
import { SecurityPage } from "@/components/access/security-page";
import { requireContext } from "@/lib/access/current-context";
import { getSecondFactors } from "@/lib/access/own-security";
import { listOwnSessions } from "@/lib/access/sessions";

export const metadata: Metadata = { title: "Your security" };

export default async function Security() {
  const ctx = await requireContext("/settings/security");
  const [factors, sessions] = await Promise.all([getSecondFactors(ctx), listOwnSessions(ctx)]);
  return (
    <SecurityPage
      factors={factors}
      sessions={sessions}
      access={ctx.actor.access}
      email={ctx.email}
      timeZone={ctx.company.timeZone}
    />
  );
}
