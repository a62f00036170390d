import { OWNER_WORDS, type OwnerKind } from "./owner-kind";

export type OwnersAddress = { readonly search: string; readonly cursor?: string | undefined };
export type OwnersParameters = Promise<{ q?: string | string[]; cursor?: string | string[] }>;

const LONGEST_SEARCH = 100;

export function ownersAddress(kind: OwnerKind, { search, cursor }: OwnersAddress): string {
  const parameters = new URLSearchParams({ ...(search && { q: search }), ...(cursor !== undefined && { cursor }) });
  const { path } = OWNER_WORDS[kind];
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}

export async function readOwnersAddress(parameters: OwnersParameters): Promise<OwnersAddress> {
  const { q, cursor } = await parameters;
  return { search: first(q)?.trim().slice(0, LONGEST_SEARCH) ?? "", cursor: first(cursor) };
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
