import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { nameText, pageSize, text } from "@/lib/platform/contract/scalars";

export const PartySearch = z
  .strictObject({
    q: text(0, 100).meta(says("Part of the name to search for.", "bright")),
    per_page: pageSize(100, 20),
  })
  .partial();

const Party = z.object({
  id: z.number().int().meta(says("ID of the buyer, offer, or traffic source.", 7)),
  name: z.string().meta(says("Name of the buyer, offer, or traffic source.", "Brightside Solar")),
});
export type Party = z.infer<typeof Party>;

const Ok = z.literal(200).meta(says("HTTP status.", 200));
const Parties = z.array(Party).meta(says("Matches. Names that begin with the search text come first."));

export const BuyerList = z.object({ status: Ok, buyers: Parties }).meta({ id: "BuyerList" });

export const OfferList = z.object({ status: Ok, offers: Parties }).meta({ id: "OfferList" });

export const TrafficSourceList = z.object({ status: Ok, traffic_sources: Parties }).meta({ id: "TrafficSourceList" });

const Created = z.literal(201).meta(says("HTTP status.", 201));

export const NewParty = z
  .strictObject({ name: nameText(120).meta(says("Name of the buyer, offer, or traffic source.", "Brightside Solar")) })
  .meta({ id: "NewParty" });

export const CreatedBuyer = z
  .object({ status: Created, buyer: Party.meta(says("The new buyer.")) })
  .meta({ id: "CreatedBuyer" });
export const CreatedOffer = z
  .object({ status: Created, offer: Party.meta(says("The new offer.")) })
  .meta({ id: "CreatedOffer" });
export const CreatedTrafficSource = z
  .object({ status: Created, traffic_source: Party.meta(says("The new traffic source.")) })
  .meta({ id: "CreatedTrafficSource" });
