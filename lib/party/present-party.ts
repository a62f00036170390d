import type { Party } from "./contract";
import type { PartyRow } from "./sql/party-rows";

export function presentParty({ id, name, createdAt, archivedAt }: PartyRow): Party {
  return { id, name, created_at: createdAt.toISOString(), archived_at: archivedAt?.toISOString() ?? null };
}
