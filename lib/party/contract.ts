import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { nameText, pageSize, text } from "@/lib/platform/contract/scalars";

export const PartySearch = z
  .strictObject({ q: text(0, 100).meta(says("Part of the name.", "bright")), per_page: pageSize(100, 20) })
  .partial();

const Party = z.object({
  id: z.number().int().meta(says("Number.", 7)),
  name: z.string().meta(says("Name.", "Brightside Solar")),
});
export type Party = z.infer<typeof Party>;

const Ok = z.literal(200).meta(says("The HTTP status.", 200));
const Parties = z.array(Party).meta(says("Those whose name begins with the words first."));

export const BuyerList = z.object({ status: Ok, buyers: Parties }).meta({ id: "BuyerList" });

export const OfferList = z.object({ status: Ok, offers: Parties }).meta({ id: "OfferList" });

export const TrafficSourceList = z.object({ status: Ok, traffic_sources: Parties }).meta({ id: "TrafficSourceList" });

const Created = z.literal(201).meta(says("The HTTP status.", 201));

export const NewParty = z
  .strictObject({ name: nameText(120).meta(says("What people call it.", "Brightside Solar")) })
  .meta({ id: "NewParty" });

export const CreatedBuyer = z
  .object({ status: Created, buyer: Party.meta(says("The buyer that was made.")) })
  .meta({ id: "CreatedBuyer" });
export const CreatedOffer = z
  .object({ status: Created, offer: Party.meta(says("The offer that was made.")) })
  .meta({ id: "CreatedOffer" });
export const CreatedTrafficSource = z
  .object({ status: Created, traffic_source: Party.meta(says("The traffic source that was made.")) })
  .meta({ id: "CreatedTrafficSource" });
