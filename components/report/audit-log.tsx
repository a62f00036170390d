import clsx from "clsx";
import { SettingsTabs } from "@/components/access/settings-tabs";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChoice } from "@/components/ui/filter-choice";
import { FilterForm } from "@/components/ui/filter-form";
import { FilterInput } from "@/components/ui/filter-input";
import { FOLDED, WIDE } from "@/components/ui/fold";
import { OlderPages } from "@/components/ui/older-pages";
import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Access } from "@/lib/access/domain/access";
import type { AuditEntry } from "@/lib/audit/contract";
import { AUDIT_ACTIONS } from "@/lib/audit/domain/audit-action";
import { type AuditView, auditAddress } from "./audit-address";
import { actionText, subjectAddress, subjectText, valueText } from "./audit-words";

type AuditLogProps = {
  entries: readonly AuditEntry[];
  nextCursor: string | null;
  view: AuditView;
  access: Access;
  timeZone: string;
};

export function AuditLog({ entries, nextCursor, view, access, timeZone }: AuditLogProps) {
  const { cursor, per_page: _, ...filters } = view;
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <>
      <SettingsTabs access={access} />
      <div className="mb-4 flex flex-wrap items-start gap-x-4 gap-y-3">
        <p className="mr-auto max-w-prose text-13 text-ink-muted">
          Who did what, when and from where. Nobody can change or delete an entry. Changes of calls are in the history
          of each call.
        </p>
        <a href={auditAddress(filters, "/api/v1/audit.csv")} className={buttonClass()} download>
          Export CSV
        </a>
      </div>
      <FilterForm
        action="/settings/audit-log"
        label="Filter the audit log"
        all={isFiltered ? auditAddress({}) : null}
        hidden={{
          actor_id: filters.actor_id === undefined ? undefined : String(filters.actor_id),
          subject_type: filters.subject_type,
          subject_id: filters.subject_id,
        }}
      >
        <FilterChoice
          label="Action"
          name="action"
          value={filters.action}
          all="All actions"
          choices={AUDIT_ACTIONS.map((value) => ({ value, label: actionText(value) }))}
        />
        <FilterChoice label="By" name="actor_type" value={filters.actor_type} all="Everybody" choices={ACTORS} />
        <FilterInput label="From" name="from" type="date" value={filters.from} className="w-36" />
        <FilterInput label="To" name="to" type="date" value={filters.to} className="w-36" />
      </FilterForm>
      {entries.length > 0 ? (
        <AuditTable entries={entries} timeZone={timeZone} />
      ) : (
        <EmptyState title={isFiltered ? "Nothing matches these filters" : "Nothing yet"}>
          <p>{isFiltered ? "Choose other filters, or clear them." : "What members and keys do appears here."}</p>
        </EmptyState>
      )}
      <OlderPages
        first={cursor === undefined ? null : { href: auditAddress(filters), label: "Newest" }}
        next={nextCursor === null ? null : { href: auditAddress({ ...filters, cursor: nextCursor }), label: "Older" }}
      />
    </>
  );
}

const ACTORS = [
  { value: "member", label: "Members" },
  { value: "api_key", label: "API keys" },
  { value: "system", label: "Callmark itself" },
] as const;

function AuditTable({ entries, timeZone }: { entries: readonly AuditEntry[]; timeZone: string }) {
  return (
    <Table caption="Audit entries, newest first">
      <thead>
        <tr>
          <HeaderCell>When</HeaderCell>
          <HeaderCell>Who</HeaderCell>
          <HeaderCell>What</HeaderCell>
          <HeaderCell className={WIDE}>Change</HeaderCell>
          <HeaderCell className={WIDE}>From</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row key={entry.id} className="align-top">
            <Cell className="py-2 text-ink-muted sm:whitespace-nowrap">
              <RelativeTime at={entry.recorded_at} timeZone={timeZone} />
            </Cell>
            <Cell className="py-2">
              <Actor actor={entry.actor} />
            </Cell>
            <Cell className="py-2 sm:min-w-44">
              {actionText(entry.action)}
              <Subject subject={entry.subject} />
              <div className={FOLDED}>
                <Change entry={entry} />
              </div>
            </Cell>
            <Cell className={clsx("py-2", WIDE)}>
              <Change entry={entry} />
            </Cell>
            <Cell className={clsx("whitespace-nowrap py-2 text-ink-muted", WIDE)}>{entry.address ?? "–"}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Actor({ actor: { type, id, name } }: { actor: AuditEntry["actor"] }) {
  if (type === "system") return <span className="text-ink-muted">Callmark</span>;
  if (type === "member" && id !== null) return <TextLink href={`/settings/members/${id}`}>{name ?? id}</TextLink>;
  return (
    <>
      {name ?? id}
      <span className="block text-12 text-ink-muted">{type === "api_key" ? "API key" : type.replaceAll("_", " ")}</span>
    </>
  );
}

function Subject({ subject }: { subject: AuditEntry["subject"] }) {
  if (subject.id === null) return null;
  const address = subjectAddress(subject.type, subject.id);
  const text = subjectText(subject.type, subject.id);
  return (
    <span className="block text-12 text-ink-muted">{address ? <TextLink href={address}>{text}</TextLink> : text}</span>
  );
}

function Change({ entry: { before, after } }: { entry: AuditEntry }) {
  if (before === null || after === null) return <span className="text-12 text-ink-muted">hidden from your role</span>;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  return (
    <dl className="space-y-0.5 text-12">
      {names.map((name) => (
        <div key={name} className="flex flex-wrap gap-x-1.5">
          <dt className="text-ink-muted">{name.replaceAll("_", " ")}</dt>
          <dd className="break-words">
            {name in before && `${valueText(before[name])} → `}
            {name in after ? valueText(after[name]) : "–"}
          </dd>
        </div>
      ))}
    </dl>
  );
}
