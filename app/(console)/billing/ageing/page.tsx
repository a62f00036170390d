import type { Metadata } from "next";
import { AgeingPage } from "@/components/document/ageing-page";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { getAgeing } from "@/lib/document/get-ageing";
import { readBooks } from "../read-books";

export const metadata: Metadata = { title: "Aging" };

export default async function Ageing() {
  const ctx = await requireContext("/billing/ageing");
  const read = await readBooks(() => getAgeing(ctx));
  return read.value ? <AgeingPage {...read.value} /> : <NoAccess to="the aging report" permission={read.needs} />;
}
