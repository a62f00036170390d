import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { referenceDocument } from "@/app/api/v1/_reference/document";
import { onHost } from "@/components/api/on-host";
import { SectionPage } from "@/components/api/section-page";
import { SECTIONS, slugOf } from "@/lib/api/contract/sections";
import { env } from "@/lib/platform/config/env";

type Props = { params: Promise<{ section: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = sectionOf((await params).section);
  return { title: found ? `${found.section} · API reference` : "API reference" };
}

export default async function ReferenceSectionPage({ params }: Props) {
  // The public host is known at run time, not at build time.
  await connection();
  const found = sectionOf((await params).section);
  if (!found) notFound();
  return <SectionPage {...found} reference={referenceDocument()} onHost={onHost(new URL(env().NEXTAUTH_URL).origin)} />;
}

function sectionOf(slug: string): { section: string; about: string } | undefined {
  const found = Object.entries(SECTIONS).find(([section]) => slugOf(section) === slug);
  return found && { section: found[0], about: found[1] };
}
