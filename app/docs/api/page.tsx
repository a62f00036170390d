import type { Metadata } from "next";
import { connection } from "next/server";
import { referenceDocument } from "@/app/api/v1/_reference/document";
import { Introduction } from "@/components/api/introduction";
import { onHost } from "@/components/api/on-host";
import { env } from "@/lib/platform/config/env";

export const metadata: Metadata = { title: "API reference" };

export default async function ApiReferencePage() {
  // The public host is known at run time, not at build time.
  await connection();
  return <Introduction reference={referenceDocument()} onHost={onHost(new URL(env().NEXTAUTH_URL).origin)} />;
}
