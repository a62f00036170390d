import { redirect } from "next/navigation";
import { settingsAddress } from "@/components/access/settings-tabs";
import { requireContext } from "@/lib/access/current-context";

export default async function Settings(): Promise<never> {
  redirect(settingsAddress((await requireContext("/settings")).actor.access));
}
