import type { Metadata } from "next";
import { connection } from "next/server";
import { referenceDocument } from "@/app/api/v1/_reference/document";
import { ForBuyers } from "@/components/api/for-buyers";
import { onHost } from "@/components/api/on-host";
import { env } from "@/lib/platform/config/env";

export const metadata: Metadata = { title: "For buyers" };

export default async function ForBuyersPage() {
  // The public host is known at run time, not at build time.
  await connection();
  return <ForBuyers reference={referenceDocument()} onHost={onHost(new URL(env().NEXTAUTH_URL).origin)} />;
}
