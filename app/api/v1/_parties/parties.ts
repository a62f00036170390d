import type { z } from "zod";
import type { Body } from "@/lib/api/declaration";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { NewParty, type Party, PartyListQuery, PartyUpdate } from "@/lib/party/contract";
import { createParty } from "@/lib/party/create-parties";
import { getParty } from "@/lib/party/get-party";
import { listParties } from "@/lib/party/list-parties";
import { updateParty } from "@/lib/party/update-party";
import { UPDATES_SETTINGS } from "../_docs/settings";

/** The words for a party in paths, operation names and sentences. */
type PartyWords = {
  readonly kind: Parameters<typeof getParty>[1];
  readonly path: string;
  readonly name: string;
  readonly words: string;
  readonly one: string;
  readonly field: string;
  readonly example: Party;
};

const ACTIVE = { created_at: "2026-11-02T09:00:00.000Z", archived_at: null };

export const BUYER_WORDS: PartyWords = {
  path: "/buyers",
  name: "Buyer",
  kind: "buyer",
  words: "buyer",
  one: "a buyer",
  field: "buyer_id",
  example: { id: 7, name: "Brightside Solar", ...ACTIVE },
};
export const OFFER_WORDS: PartyWords = {
  path: "/offers",
  name: "Offer",
  kind: "offer",
  words: "offer",
  one: "an offer",
  field: "offer_id",
  example: { id: 3, name: "Solar quotes", ...ACTIVE },
};
export const TRAFFIC_SOURCE_WORDS: PartyWords = {
  path: "/traffic-sources",
  name: "TrafficSource",
  kind: "traffic_source",
  words: "traffic source",
  one: "a traffic source",
  field: "traffic_source_id",
  example: { id: 9, name: "Sunrise Media", ...ACTIVE },
};

export function partyList<Out extends z.ZodType>(
  { kind, path, name, words, field, example }: PartyWords,
  output: Out,
  answer: (parties: Party[], metadata: { next_cursor: string | null }) => Body<Out>,
) {
  return route({
    name: `list${name}s`,
    policy: KEY_OR_SESSION,
    path,
    input: PartyListQuery,
    output,
    statuses: [200],
    docs: {
      section: "Parties",
      title: `List ${words}s`,
      about: [
        `Returns active ${words}s by name, unless you ask for another \`state\` or \`sort\`. Use the returned \`id\` as \`${field}\`.`,
      ],
      example: {
        send: `q=${example.name.slice(0, 5).toLowerCase()}`,
        answer: answer([example], { next_cursor: null }),
      },
    },
    handle: async ({ ctx, input }) => {
      const { parties, next_cursor } = await listParties(ctx, kind, input);
      return answer(parties, { next_cursor });
    },
  });
}

export function newParty<Out extends z.ZodType>(
  { kind, path, name, one, example }: PartyWords,
  output: Out,
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
      title: `Create ${one}`,
      about: [UPDATES_SETTINGS],
      example: { send: { name: example.name }, answer: answer(example) },
    },
    handle: async ({ ctx, input }) => answer(await createParty(ctx, kind, input.name)),
  });
}

export function oneParty<Out extends z.ZodType>(
  { kind, path, name, words, one, example }: PartyWords,
  output: Out,
  answer: (party: Party) => Body<Out>,
) {
  return route({
    name: `get${name}`,
    policy: KEY_OR_SESSION,
    path: `${path}/{id}`,
    params: { id: numberOf(words, example.id) },
    output,
    statuses: [200, 404],
    docs: {
      section: "Party changes",
      title: `Retrieve ${one}`,
      about: ["Returns its name, and when it was created and archived."],
      example: { answer: answer(example) },
    },
    handle: async ({ ctx, params }) => answer(await getParty(ctx, kind, params.id)),
  });
}

export function changedParty<Out extends z.ZodType>(
  { kind, path, name, words, one, example }: PartyWords,
  output: Out,
  answer: (party: Party) => Body<Out>,
) {
  return route({
    name: `update${name}`,
    policy: KEY_OR_SESSION,
    path: `${path}/{id}`,
    params: { id: numberOf(words, example.id) },
    input: PartyUpdate,
    output,
    statuses: [200, 404, 409],
    docs: {
      section: "Party changes",
      title: `Update ${one}`,
      about: [
        "Renames, archives, or restores it; omitted fields keep their values. It is never deleted: its calls and everything in the books stay.",
        `An archived ${words} is left out of lists and can't be chosen any more. Calls that still arrive with its ID are recorded and billed as before.`,
        UPDATES_SETTINGS,
      ],
      example: { send: { name: example.name, archived: false }, answer: answer(example) },
    },
    handle: async ({ ctx, params, input }) => answer(await updateParty(ctx, kind, params.id, input)),
  });
}
