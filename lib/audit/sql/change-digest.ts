import { Prisma } from "@/lib/platform/sql/generated/client";

/**
 * SHA-256 over what a change says that its entries do not: who made it, when and how, and the call as statements print it.
 * `c` is the change with the uuid and the offer of its call, in the types of its columns: PostgreSQL's binary form of a row
 * depends on no setting of the session, and is twice as quick as text.
 */
export const CHANGE_DIGEST = Prisma.sql`sha256(record_send(row(c.call_id, c.version, c.uuid, c.offer_id,
  c.changed_at, c.mechanism, c.actor_type, c.actor_id, c.occurred_at, c.caller_masked,
  c.buyer_mechanism_from, c.buyer_mechanism_to, c.buyer_locked_from, c.buyer_locked_to,
  c.offer_mechanism_from, c.offer_mechanism_to, c.offer_locked_from, c.offer_locked_to)))`;

/** SHA-256 over the digests of the changes that a link bills, in the order of their keys; null where there are none. */
export const SEAL_OF_CHANGES = Prisma.sql`sha256(string_agg(c.change_digest, ''::bytea order by c.call_id, c.version))`;
