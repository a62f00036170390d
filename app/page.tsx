import { redirect } from "next/navigation";
import { requireContext } from "@/lib/access/current-context";
import { isChecklistHome } from "@/lib/report/get-checklist";

/** Leads to the first steps while there are any, then to the calls. */
export default async function HomePage() {
  const ctx = await requireContext("/");
  redirect((await isChecklistHome(ctx)) ? "/start" : "/calls");
}
