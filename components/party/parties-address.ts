import { PARTY_SORTS, PARTY_STATES, type PartySort, type PartyState } from "@/lib/party/contract";
import type { PartyKind } from "@/lib/party/domain/party-kind";
import { PARTY_PATH } from "./party-address";

export type PartiesView = {
  readonly search: string;
  readonly state: PartyState;
  readonly sort: PartySort;
  readonly cursor?: string | undefined;
};
export type PartiesParameters = Promise<Readonly<Record<string, string | string[] | undefined>>>;

const LONGEST_SEARCH = 100;

/** Unknown values of the address show what is usual. */
export async function readPartiesView(parameters: PartiesParameters): Promise<PartiesView> {
  const values = await parameters;
  const first = (name: string) => [values[name]].flat()[0];
  return {
    search: (first("q") ?? "").replaceAll("\0", "").trim().slice(0, LONGEST_SEARCH),
    state: PARTY_STATES.find((state) => state === first("state")) ?? "active",
    sort: PARTY_SORTS.find((sort) => sort === first("sort")) ?? "name",
    cursor: first("cursor") || undefined,
  };
}

export function partiesAddress(kind: PartyKind, { search, state, sort, cursor }: PartiesView): string {
  const parameters = new URLSearchParams({
    ...(search && { q: search }),
    ...(state !== "active" && { state }),
    ...(sort !== "name" && { sort }),
    ...(cursor !== undefined && { cursor }),
  });
  return parameters.size === 0 ? PARTY_PATH[kind] : `${PARTY_PATH[kind]}?${parameters}`;
}
