import type { Metadata } from "next";
import { connection } from "next/server";
import { declaredRoutes } from "@/app/api/v1/openapi.json/declared-routes";
import { Reference } from "@/components/api/reference";
import { openApi } from "@/lib/api/reference/open-api";
import { env } from "@/lib/platform/config/env";

export const metadata: Metadata = { title: "API reference" };

export default async function ApiReferencePage() {
  // The public host is known at run time, not at build time.
  await connection();
  return <Reference reference={openApi(declaredRoutes)} host={new URL(env().NEXTAUTH_URL).origin} />;
}
