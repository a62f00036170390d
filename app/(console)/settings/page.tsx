import { redirect } from "next/navigation";
import { settingsPath } from "@/components/shell/nav-items";
import { requireContext } from "@/lib/access/current-context";

export default async function Settings() {
  const ctx = await requireContext("/settings");
  redirect(settingsPath(ctx.actor.access));
}
