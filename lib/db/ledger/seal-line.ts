import { Prisma } from "../generated/client";

/** An entry as the seal reads it, one line of text, whatever the session's date style is. `e` names the entry. */
export const SEAL_LINE = Prisma.sql`concat_ws('|', e.source, e.number, e.version, e.kind, e.debit_account_id,
  e.credit_account_id, e.amount_minor, to_char(e.booked_on, 'YYYY-MM-DD'), to_char(e.service_date, 'YYYY-MM-DD'),
  e.offsets_version, e.offsets_kind)`;

/** SHA-256 over the lines of a set of entries, in the order of their keys; hexadecimal. */
export const SEAL_OF_ENTRIES = Prisma.sql`encode(sha256(convert_to(coalesce(
  string_agg(${SEAL_LINE}, E'\\n' order by e.source, e.number, e.version, e.kind collate "C"), ''), 'UTF8')), 'hex')`;
