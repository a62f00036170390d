"use client";

import { ArrowRight } from "lucide-react";
import { ConflictDialog } from "@/components/form/conflict-dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Change } from "@/lib/call/contract/change";
import { type CallForm, differingFields, type EditedField, FIELD_LABELS, formValues } from "./call-form";
import { ChangePartsList, Flag } from "./change-parts-list";
import { mechanismText } from "./mechanism-text";
import type { CallEditor } from "./use-call-editor";

type CallConflictProps = { editor: CallEditor; timeZone: string };

export function CallConflict({ editor, timeZone }: CallConflictProps) {
  return (
    <ConflictDialog editor={editor} title="This call has changed">
      {({ now, changes }) => (
        <>
          <p>Nothing was saved: this call changed after you opened it.</p>
          <Changed changes={changes} timeZone={timeZone} />
          <Mine editor={editor} now={formValues(now)} />
          <p>Keep your edits to review and save them on top of these changes, or discard them.</p>
        </>
      )}
    </ConflictDialog>
  );
}

function Changed({ changes, timeZone }: { changes: readonly Change[]; timeZone: string }) {
  return (
    <ul className="space-y-2 text-13 text-ink">
      {changes.map((change) => (
        <li key={change.version}>
          <span className="font-medium">{change.actor.name}</span>{" "}
          <span className="text-ink-muted">
            {mechanismText(change.mechanism)} · <RelativeTime at={change.changed_at} timeZone={timeZone} />
          </span>
          <ChangePartsList change={change} />
          {change.reason && <p className="break-words text-ink-muted">“{change.reason}”</p>}
        </li>
      ))}
    </ul>
  );
}

function Mine({ editor, now }: { editor: CallEditor; now: CallForm }) {
  if (editor.edited.length === 0) return null;
  const stillDiffer = differingFields(editor.values, now);
  return (
    <div className="text-13 text-ink">
      <p className="font-medium">Your edits</p>
      <ul>
        {editor.edited.map((field) => (
          <li key={field} className="flex flex-wrap items-center gap-x-1.5">
            <span className="text-ink-muted">{FIELD_LABELS[field]}</span>
            {stillDiffer.includes(field) ? (
              <>
                <FieldValue value={now[field]} />
                <ArrowRight aria-hidden="true" className="size-3 text-ink-muted" />
                <span className="sr-only"> to </span>
                <span className="font-medium">
                  <FieldValue value={editor.values[field]} />
                </span>
              </>
            ) : (
              <>
                <FieldValue value={now[field]} /> (already set)
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function FieldValue({ value }: { value: CallForm[EditedField] }) {
  if (typeof value === "boolean") return <Flag converted={value} />;
  if (typeof value === "string") return value.trim() || "none";
  return value?.name ?? "none";
}
