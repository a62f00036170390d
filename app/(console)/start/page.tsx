import type { Metadata } from "next";
import { StartPage } from "@/components/report/start/start-page";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { getChecklist } from "@/lib/report/get-checklist";
import { readSettings } from "../buyers/read-settings";

export const metadata: Metadata = { title: "Get started" };

export default async function Start() {
  const ctx = await requireContext("/start");
  const checklist = await readSettings(() => getChecklist(ctx));
  if (!checklist) return <NoAccess to="the first steps" permission="settings: read" />;
  return <StartPage {...checklist} access={ctx.actor.access} />;
}
