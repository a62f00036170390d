import type { Metadata } from "next";
import { openParty, type PartyParams } from "../read-party";
import { settingsPage } from "../settings-page";

export const metadata: Metadata = { title: "Conversion" };

export default async function ConversionOfParty({ params }: { params: PartyParams }) {
  const { ctx, owner } = await openParty(params, { path: "/conversion", kinds: ["buyer", "offer"] });
  return settingsPage(ctx, { kind: owner.type, id: owner.id }, "conversion");
}
