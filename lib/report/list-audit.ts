import type { Context } from "@/lib/access/context";
import { type Access, may } from "@/lib/access/domain/access";
import { permit } from "@/lib/access/permit";
import { actorNames } from "@/lib/access/sql/actor-names";
import type { AuditEntry, AuditExportQuery, AuditQuery } from "@/lib/audit/contract";
import { type AuditRow, listAudit } from "@/lib/audit/sql/list-audit";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { type CsvCell, csvLine } from "@/lib/base/csv-line";
import { Invalid } from "@/lib/base/errors";
import { inCompany, readInCompany } from "@/lib/platform/sql/in-company";

const ENTRIES_A_PAGE = 50;
const ENTRIES_AT_ONCE = 1_000;

export type AuditPage = { readonly entries: AuditEntry[]; readonly next_cursor: string | null };

/**
 * Who did what, newest first. What changed is hidden from those who may not read amounts, which can be anywhere in it.
 * Throws `Forbidden` or `Invalid`.
 */
export async function listAuditLog(ctx: Context, query: AuditQuery): Promise<AuditPage> {
  permit(ctx.actor, "read", "members");
  return readPage(ctx, query, query.per_page ?? ENTRIES_A_PAGE);
}

/** The same as CSV, streamed page by page; itself an entry of the log. Throws `Forbidden` or `Invalid`. */
export async function exportAuditLog(ctx: Context, query: AuditExportQuery): Promise<AsyncGenerator<string>> {
  permit(ctx.actor, "read", "members");
  const first = await readPage(ctx, query, ENTRIES_AT_ONCE);
  await inCompany(ctx.company.id, (tx) =>
    recordAudit(tx, ctx, { action: "export.created", id: null, after: { of: "audit log", ...query } }),
  );
  return readOn(ctx, query, first);
}

const COLUMNS: Readonly<Record<string, (entry: AuditEntry) => CsvCell>> = {
  id: ({ id }) => id,
  recorded_at: ({ recorded_at }) => recorded_at,
  actor_type: ({ actor }) => actor.type,
  actor_id: ({ actor }) => actor.id,
  actor: ({ actor }) => actor.name,
  address: ({ address }) => address,
  request_id: ({ request_id }) => request_id,
  action: ({ action }) => action,
  subject_type: ({ subject }) => subject.type,
  subject_id: ({ subject }) => subject.id,
  before: ({ before }) => before && JSON.stringify(before),
  after: ({ after }) => after && JSON.stringify(after),
};

async function* readOn(ctx: Context, query: AuditExportQuery, first: AuditPage): AsyncGenerator<string> {
  yield csvLine(Object.keys(COLUMNS));
  const cells = Object.values(COLUMNS);
  let page = first;
  for (;;) {
    yield page.entries.map((entry) => csvLine(cells.map((cell) => cell(entry)))).join("");
    if (page.next_cursor === null) return;
    page = await readPage(ctx, { ...query, cursor: page.next_cursor }, ENTRIES_AT_ONCE);
  }
}

async function readPage(ctx: Context, query: AuditQuery, perPage: number): Promise<AuditPage> {
  const { action = null, actor_type, actor_id = null, subject_type, subject_id = null, from = null, to = null } = query;
  if (actor_id !== null && actor_type === undefined)
    throw new Invalid({ actor_type: "Say which kind of actor it is." });
  if (subject_id !== null && subject_type === undefined) throw new Invalid({ subject_type: "Say which type it is." });
  if (from !== null && to !== null && to < from)
    throw new Invalid({ to: "Enter a day that isn’t before the first one." });
  return readInCompany(ctx.company.id, async (tx) => {
    const rows = await listAudit(tx, {
      action,
      actor: actor_type === undefined ? null : { type: actor_type, id: actor_id },
      subject: subject_type === undefined ? null : { type: subject_type, id: subject_id },
      from,
      to,
      timeZone: ctx.company.timeZone,
      before: query.cursor === undefined ? null : placeOf(query.cursor),
      limit: perPage + 1,
    });
    const page = rows.slice(0, perPage);
    const nameOf = await actorNames(tx, page);
    const mayRead = mayReadAnyAmount(ctx.actor.access);
    const last = page.at(-1);
    return {
      entries: page.map((row) => present(row, nameOf(row), mayRead)),
      next_cursor: rows.length > perPage && last ? cursorOf(last.id) : null,
    };
  });
}

function present(row: AuditRow, name: string | null, mayRead: boolean): AuditEntry {
  return {
    id: row.id,
    recorded_at: row.recordedAt.toISOString(),
    actor: { type: row.actorType, id: row.actorId === null ? null : Number(row.actorId), name },
    address: row.address,
    request_id: row.requestId,
    action: row.action,
    subject: { type: row.subjectType, id: row.subjectId },
    before: mayRead ? row.before : null,
    after: mayRead ? row.after : null,
  };
}

function mayReadAnyAmount(access: Access): boolean {
  return (["billing", "call.revenue", "call.payout"] as const).every((area) => may(access, "read", area));
}

function cursorOf(id: number): string {
  return Buffer.from(String(id)).toString("base64url");
}

function placeOf(cursor: string): number {
  const text = Buffer.from(cursor, "base64url").toString("latin1");
  if (!/^[1-9][0-9]{0,15}$/.test(text))
    throw new Invalid({ cursor: "This cursor is invalid. Leave it out to start with the newest." });
  return Number(text);
}
