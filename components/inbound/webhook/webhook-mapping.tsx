import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { SelectInput } from "@/components/ui/select-input";
import { TextInput } from "@/components/ui/text-input";
import type { useSaveWebhook } from "@/lib/inbound/client/webhook";
import type { BuyerWebhook } from "@/lib/inbound/contract/webhook";
import { WEBHOOK_FIELDS } from "@/lib/inbound/domain/webhook-settings";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { FIELD_LABELS, fieldsOf, type MappingRow, rowsOf } from "./mapping-rows";
import { TryBody } from "./try-body";

type WebhookMappingProps = { webhook: BuyerWebhook; mayEdit: boolean; save: ReturnType<typeof useSaveWebhook> };

const CHOICES = WEBHOOK_FIELDS.map((value) => ({ value, label: FIELD_LABELS[value] }));

export function WebhookMapping({ webhook, mayEdit, save }: WebhookMappingProps) {
  const [rows, setRows] = useState<readonly MappingRow[]>(() => rowsOf(webhook.fields));
  const fields = fieldsOf(rows);
  const isEdited = JSON.stringify(fields) !== JSON.stringify(fieldsOf(rowsOf(webhook.fields)));
  const edit = (at: number, part: Partial<MappingRow>) =>
    setRows(rows.map((row, position) => (position === at ? { ...row, ...part } : row)));
  const add = () => {
    const field = WEBHOOK_FIELDS.find((candidate) => rows.every((row) => row.field !== candidate));
    if (field) setRows([...rows, { field, path: "", values: "" }]);
  };

  return (
    <div className="space-y-3 text-13">
      <h3 className="font-medium">Map custom payload fields</h3>
      <p className="text-ink-muted">
        If the buyer’s system can’t send Callmark’s field names, enter the path of each field in its payload, for
        example <code className="font-mono text-12">lead.status</code>. Unmapped fields keep Callmark’s names.
      </p>
      <ul className="space-y-3">
        {rows.map((row, at) => (
          <li key={row.field} className="grid grid-cols-1 items-end gap-2 sm:grid-cols-[10rem_1fr_1fr_auto]">
            <Field label="Field">
              <SelectInput
                value={row.field}
                disabled={!mayEdit}
                choices={CHOICES.filter(
                  ({ value }) => value === row.field || rows.every((other) => other.field !== value),
                )}
                onChange={(field) => edit(at, { field })}
              />
            </Field>
            <Field label="Payload path">
              <TextInput
                value={row.path}
                readOnly={!mayEdit}
                onChange={(event) => edit(at, { path: event.target.value })}
              />
            </Field>
            <Field label="Value mapping">
              <TextInput
                value={row.values}
                readOnly={!mayEdit}
                placeholder="SOLD = true, RETURNED = false"
                onChange={(event) => edit(at, { values: event.target.value })}
              />
            </Field>
            {mayEdit && (
              <Button
                aria-label={`Remove ${FIELD_LABELS[row.field]}`}
                onClick={() => setRows(rows.filter((_, position) => position !== at))}
              >
                Remove
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <div className="flex gap-2">
          <Button onClick={add} disabled={rows.length === WEBHOOK_FIELDS.length}>
            Add field
          </Button>
          <Button
            variant="primary"
            disabled={!isEdited}
            busy={save.isPending}
            onClick={() => save.mutate({ fields }, { onError: (error) => toast.error(refusalText(error)) })}
          >
            Save mapping
          </Button>
        </div>
      )}
      <TryBody buyerId={webhook.buyer.id} fields={fields} />
    </div>
  );
}
