import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { type HomeView, homeAddress, readHomeView } from "@/components/report/home-address";
import { HomePage } from "@/components/report/home-page";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { BillingQuery } from "@/lib/report/contract";
import { getBillingHome } from "@/lib/report/get-billing-home";
import { readBooks } from "./read-books";

type BillingPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Billing" };

export default async function BillingPage({ searchParams }: BillingPageProps) {
  const view: HomeView = readHomeView(await searchParams);
  const ctx = await requireContext(homeAddress(view));
  const asked = BillingQuery.safeParse(view);
  // An invalid address shows the current month.
  if (!asked.success || (view.day && view.month)) redirect("/billing");
  const { value, needs } = await readBooks(() => getBillingHome(ctx, asked.data));
  if (!value) return <NoAccess to="Billing" permission={needs} />;
  return <HomePage billing={value} view={view} />;
}
