import { Prisma } from "@/lib/platform/sql/generated/client";

/** An entry `e` as one line of text for the seal. */
function sealLine(dayText: (day: Prisma.Sql) => Prisma.Sql): Prisma.Sql {
  return Prisma.sql`concat_ws('|', e.source, e.number, e.version, e.kind, e.debit_account_id,
    e.credit_account_id, e.amount_minor, ${dayText(Prisma.sql`e.booked_on`)}, ${dayText(Prisma.sql`e.service_date`)},
    e.offsets_version, e.offsets_kind)`;
}

function sealOfEntries(dayText: (day: Prisma.Sql) => Prisma.Sql): Prisma.Sql {
  return Prisma.sql`encode(sha256(convert_to(coalesce(
    string_agg(${sealLine(dayText)}, E'\\n' order by e.source, e.number, e.version, e.kind collate "C"), ''), 'UTF8')), 'hex')`;
}

/** SHA-256 of the lines of the entries in key order, in hexadecimal. Independent of the session's date style. */
export const SEAL_OF_ENTRIES = sealOfEntries((day) => Prisma.sql`to_char(${day}, 'YYYY-MM-DD')`);

/** The same for sessions with ISO dates, at half the cost. */
export const SEAL_OF_ENTRIES_IN_ISO = sealOfEntries((day) => day);
