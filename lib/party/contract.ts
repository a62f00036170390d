import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { ApiBoolean, Cursor, nameText, pageSize, text } from "@/lib/platform/contract/scalars";

export const PARTY_STATES = ["active", "archived", "all"] as const;
export type PartyState = (typeof PARTY_STATES)[number];
export const PARTY_SORTS = ["name", "newest"] as const;
export type PartySort = (typeof PARTY_SORTS)[number];

export const PartyListQuery = z
  .strictObject({
    q: text(0, 100).meta(says("Part of the name to search for.", "bright")),
    state: z
      .enum(PARTY_STATES, { error: "Use active, archived or all." })
      .meta(says("Filter by state: `active`, `archived`, or `all`. Defaults to `active`.", "active")),
    sort: z
      .enum(PARTY_SORTS, { error: "Use name or newest." })
      .meta(says("Sort order: by `name`, with names that begin with `q` first, or `newest` first.", "name")),
    cursor: Cursor,
    per_page: pageSize(100, 20),
  })
  .partial();
export type PartyListQuery = z.output<typeof PartyListQuery>;

const NAME = "Name of the buyer, offer, or traffic source.";
const Party = z.object({
  id: z.number().int().meta(says("ID of the buyer, offer, or traffic source.", 7)),
  name: z.string().meta(says(NAME, "Brightside Solar")),
  created_at: z.string().meta({ format: "date-time", ...says("When it was created.", "2026-11-02T09:00:00.000Z") }),
  archived_at: z
    .string()
    .nullable()
    .meta({ format: "date-time", ...says("When it was archived. Null while it is active.", null) }),
});
export type Party = z.infer<typeof Party>;
export type NamedParty = Pick<Party, "id" | "name">;

const Ok = z.literal(200).meta(says("HTTP status.", 200));
const Parties = z.array(Party).meta(says("Matches, in the requested order."));
const metadata = z
  .object({ next_cursor: z.string().nullable().meta(says("Cursor of the next page. Null on the last page.", null)) })
  .meta(says("Pagination."));

export const BuyerList = z.object({ status: Ok, buyers: Parties, metadata }).meta({ id: "BuyerList" });

export const OfferList = z.object({ status: Ok, offers: Parties, metadata }).meta({ id: "OfferList" });

export const TrafficSourceList = z
  .object({ status: Ok, traffic_sources: Parties, metadata })
  .meta({ id: "TrafficSourceList" });

export const BuyerAnswer = z.object({ status: Ok, buyer: Party.meta(says("The buyer.")) }).meta({ id: "BuyerAnswer" });
export const OfferAnswer = z.object({ status: Ok, offer: Party.meta(says("The offer.")) }).meta({ id: "OfferAnswer" });
export const TrafficSourceAnswer = z
  .object({ status: Ok, traffic_source: Party.meta(says("The traffic source.")) })
  .meta({ id: "TrafficSourceAnswer" });

const Created = z.literal(201).meta(says("HTTP status.", 201));

export const NewParty = z
  .strictObject({ name: nameText(120).meta(says(NAME, "Brightside Solar")) })
  .meta({ id: "NewParty" });

export const PartyUpdate = z
  .strictObject({
    name: nameText(120).meta(
      says("New name. It is shown everywhere from now on, except on issued statements.", "Brightside Solar"),
    ),
    expected_name: nameText(120).meta(
      says("The name that you read. If it has changed since, nothing is saved and you get a 409.", "Brightside"),
    ),
    archived: ApiBoolean.meta(
      says(
        "True to archive: it stays on its calls and in the books, but can't be chosen any more. False to restore.",
        true,
      ),
    ),
  })
  .partial()
  .meta({ id: "PartyUpdate" });
export type PartyUpdate = z.output<typeof PartyUpdate>;

export const CreatedBuyer = z
  .object({ status: Created, buyer: Party.meta(says("The new buyer.")) })
  .meta({ id: "CreatedBuyer" });
export const CreatedOffer = z
  .object({ status: Created, offer: Party.meta(says("The new offer.")) })
  .meta({ id: "CreatedOffer" });
export const CreatedTrafficSource = z
  .object({ status: Created, traffic_source: Party.meta(says("The new traffic source.")) })
  .meta({ id: "CreatedTrafficSource" });
