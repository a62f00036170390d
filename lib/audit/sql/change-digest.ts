import { Prisma } from "@/lib/platform/sql/generated/client";

/**
 * SHA-256 of the parts of a change that its entries do not contain: author, time, mechanism, and the call as statements
 * print it. `c` is the change with the uuid and offer of its call. The binary format of a row depends on no session
 * setting and hashes twice as fast as text.
 */
export const CHANGE_DIGEST = Prisma.sql`sha256(record_send(row(c.call_id, c.version, c.uuid, c.offer_id,
  c.changed_at, c.mechanism, c.actor_type, c.actor_id, c.occurred_at, c.caller_masked,
  c.buyer_mechanism_from, c.buyer_mechanism_to, c.buyer_locked_from, c.buyer_locked_to,
  c.offer_mechanism_from, c.offer_mechanism_to, c.offer_locked_from, c.offer_locked_to)))`;

/** SHA-256 of the digests of the changes that a link bills, in key order; null for none. */
export const SEAL_OF_CHANGES = Prisma.sql`sha256(string_agg(c.change_digest, ''::bytea order by c.call_id, c.version))`;
