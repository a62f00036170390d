"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useServerForm } from "@/components/form/use-server-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { TextInput } from "@/components/ui/text-input";
import { usePreviewErasure, useSaveErasureSetting } from "@/lib/erasure/client";
import { ErasureSetting } from "@/lib/erasure/contract";
import { ConfirmErasure } from "./confirm-erasure";

type Wanted = { readonly days: number; readonly calls: number };

/** Asks for confirmation when the setting would erase calls at once. */
export function EraseAfter({ days }: { days: number | null }) {
  const router = useRouter();
  const preview = usePreviewErasure();
  const saving = useSaveErasureSetting();
  const [asked, setAsked] = useState<Wanted | null>(null);
  const { form, id, submit, busy, refusal, refuse } = useServerForm({
    contract: ErasureSetting,
    requestOf: ({ erase_after_days }) => ({ erase_after_days: erase_after_days.trim() || "0" }),
    defaultValues: { erase_after_days: days === null ? "" : String(days) },
    send: async ({ erase_after_days }): Promise<Wanted> => {
      const days = Number(erase_after_days);
      const { calls } = days === 0 ? { calls: 0 } : await preview.mutateAsync({ erase_after_days: days });
      if (calls === 0) await save(days);
      return { days, calls };
    },
    onSaved: (wanted) => wanted.calls > 0 && setAsked(wanted),
  });

  async function save(wanted: number) {
    await saving.mutateAsync(wanted);
    toast.success(wanted === 0 ? "Personal data is kept indefinitely" : `Personal data is erased after ${wanted} days`);
    router.refresh();
  }

  return (
    <Section title="Erase automatically">
      <form id={id} onSubmit={submit} noValidate className="flex flex-wrap items-start gap-3">
        <Field
          label="Days after the call"
          hint="Runs every night. Leave blank to keep personal data indefinitely."
          error={form.formState.errors.erase_after_days?.message ?? refusal}
          className="w-full max-w-80"
        >
          <TextInput autoComplete="off" inputMode="numeric" {...form.register("erase_after_days")} />
        </Field>
        <Button type="submit" busy={busy || saving.isPending} className="sm:mt-6">
          Save
        </Button>
      </form>
      {asked && (
        <ConfirmErasure
          title={`Erase personal data of ${asked.calls === 1 ? "1 call" : `${asked.calls.toLocaleString("en-US")} calls`} tonight?`}
          confirmLabel="Save and erase"
          busy={saving.isPending}
          onConfirm={() =>
            void save(asked.days)
              .catch(refuse)
              .finally(() => setAsked(null))
          }
          onCancel={() => setAsked(null)}
        >
          These calls are already older than the limit. The next nightly run erases their personal data.
        </ConfirmErasure>
      )}
    </Section>
  );
}
