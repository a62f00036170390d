import type { z } from "zod";
import type { Context } from "@/lib/access/context";
import type { Body } from "@/lib/api/declaration";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { NewParty, type Party, PartySearch } from "@/lib/party/contract";
import { UPDATES_SETTINGS } from "../_docs/settings";

/** The words for a party in paths, operation names and sentences. */
type PartyWords = {
  readonly path: string;
  readonly name: string;
  readonly words: string;
  readonly field: string;
  readonly example: Party;
};

export const BUYER_WORDS: PartyWords = {
  path: "/buyers",
  name: "Buyer",
  words: "buyer",
  field: "buyer_id",
  example: { id: 7, name: "Brightside Solar" },
};
export const OFFER_WORDS: PartyWords = {
  path: "/offers",
  name: "Offer",
  words: "offer",
  field: "offer_id",
  example: { id: 3, name: "Solar quotes" },
};
export const TRAFFIC_SOURCE_WORDS: PartyWords = {
  path: "/traffic-sources",
  name: "TrafficSource",
  words: "traffic source",
  field: "traffic_source_id",
  example: { id: 9, name: "Sunrise Media" },
};

export function listParties<Out extends z.ZodType>(
  { path, name, words, field, example }: PartyWords,
  output: Out,
  find: (ctx: Context, search: z.output<typeof PartySearch>) => Promise<Party[]>,
  answer: (parties: Party[]) => Body<Out>,
) {
  return route({
    name: `list${name}s`,
    policy: KEY_OR_SESSION,
    path,
    input: PartySearch,
    output,
    statuses: [200],
    docs: {
      section: "Parties",
      title: `List ${words}s`,
      about: [`Searches by name. Use the returned \`id\` as \`${field}\`.`],
      example: { send: `q=${example.name.slice(0, 5).toLowerCase()}`, answer: answer([example]) },
    },
    handle: async ({ ctx, input }) => answer(await find(ctx, input)),
  });
}

export function createParty<Out extends z.ZodType>(
  { path, name, words, example }: PartyWords,
  output: Out,
  create: (ctx: Context, name: string) => Promise<Party>,
  answer: (created: Party) => Body<Out>,
) {
  return route({
    name: `create${name}`,
    policy: KEY_OR_SESSION,
    path,
    input: NewParty,
    output,
    statuses: [201],
    docs: {
      section: "Parties",
      title: `Create ${words === "offer" ? "an" : "a"} ${words}`,
      about: [UPDATES_SETTINGS],
      example: { send: { name: example.name }, answer: answer(example) },
    },
    handle: async ({ ctx, input }) => answer(await create(ctx, input.name)),
  });
}
