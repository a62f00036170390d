import { Controller, useFieldArray } from "react-hook-form";
import { FormRefusal } from "@/components/form/form-refusal";
import { useServerForm } from "@/components/form/use-server-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { SelectInput } from "@/components/ui/select-input";
import { TextInput } from "@/components/ui/text-input";
import type { useSaveWebhook } from "@/lib/inbound/client/webhook";
import { type BuyerWebhook, BuyerWebhookUpdate } from "@/lib/inbound/contract/webhook";
import { WEBHOOK_FIELDS } from "@/lib/inbound/domain/webhook-settings";
import { FIELD_LABELS, fieldsOf, type MappingRow, mappingFieldOf, rowsOf } from "./mapping-rows";
import { TryBody } from "./try-body";

type WebhookMappingProps = { webhook: BuyerWebhook; mayEdit: boolean; save: ReturnType<typeof useSaveWebhook> };

const CHOICES = WEBHOOK_FIELDS.map((value) => ({ value, label: FIELD_LABELS[value] }));

export function WebhookMapping({ webhook, mayEdit, save }: WebhookMappingProps) {
  const { form, id, submit, busy, refusal } = useServerForm({
    contract: BuyerWebhookUpdate,
    requestOf: ({ rows }: { rows: MappingRow[] }) => ({ fields: fieldsOf(rows) }),
    fieldOf: mappingFieldOf,
    defaultValues: { rows: rowsOf(webhook.fields) },
    send: save.mutateAsync,
  });
  const list = useFieldArray({ control: form.control, name: "rows" });
  const rows = form.watch("rows");
  const errors = form.formState.errors.rows;
  const fields = fieldsOf(rows);
  const isEdited = JSON.stringify(fields) !== JSON.stringify(fieldsOf(rowsOf(webhook.fields)));
  const free = WEBHOOK_FIELDS.filter((candidate) => rows.every(({ field }) => field !== candidate));

  return (
    <div className="space-y-3 text-13">
      <h3 className="font-medium">Map custom payload fields</h3>
      <p className="text-ink-muted">
        If the buyer’s system can’t send Callmark’s field names, enter the path of each field in its payload, for
        example <code className="font-mono text-12">lead.status</code>. Unmapped fields keep Callmark’s names.
      </p>
      <form id={id} noValidate onSubmit={submit} className="space-y-3">
        <ul className="space-y-3">
          {list.fields.map(({ id: key }, at) => (
            <li key={key} className="grid grid-cols-1 items-start gap-2 sm:grid-cols-[10rem_1fr_1fr_auto]">
              <Field label="Field">
                <Controller
                  control={form.control}
                  name={`rows.${at}.field`}
                  render={({ field: { value: chosen, onChange } }) => (
                    <SelectInput
                      value={chosen}
                      disabled={!mayEdit}
                      choices={CHOICES.filter(({ value }) => value === chosen || free.includes(value))}
                      onChange={onChange}
                    />
                  )}
                />
              </Field>
              <Field label="Payload path" error={errors?.[at]?.path?.message}>
                <TextInput readOnly={!mayEdit} {...form.register(`rows.${at}.path`)} />
              </Field>
              <Field label="Value mapping" error={errors?.[at]?.values?.message}>
                <TextInput
                  readOnly={!mayEdit}
                  placeholder="SOLD = true, RETURNED = false"
                  {...form.register(`rows.${at}.values`)}
                />
              </Field>
              {mayEdit && (
                <Button
                  className="sm:mt-6"
                  aria-label={`Remove ${FIELD_LABELS[rows[at]?.field ?? "tokens"]}`}
                  onClick={() => list.remove(at)}
                >
                  Remove
                </Button>
              )}
            </li>
          ))}
        </ul>
        {mayEdit && (
          <div className="flex gap-2">
            <Button
              onClick={() => free[0] && list.append({ field: free[0], path: "", values: "" })}
              disabled={free.length === 0}
            >
              Add field
            </Button>
            <Button type="submit" variant="primary" disabled={!isEdited} busy={busy}>
              Save mapping
            </Button>
          </div>
        )}
        <FormRefusal refusal={refusal} />
      </form>
      <TryBody buyerId={webhook.buyer.id} fields={fields} />
    </div>
  );
}
