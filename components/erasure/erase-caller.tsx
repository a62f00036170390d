"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useServerForm } from "@/components/form/use-server-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { TextInput } from "@/components/ui/text-input";
import { useEraseCaller, usePreviewErasure } from "@/lib/erasure/client";
import { NewErasure } from "@/lib/erasure/contract";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { ConfirmErasure } from "./confirm-erasure";

type Found = { readonly caller: string; readonly calls: number };

/** Shows the number of calls before it asks: an erasure can't be undone. */
export function EraseCaller() {
  const router = useRouter();
  const preview = usePreviewErasure();
  const erasing = useEraseCaller();
  const [found, setFound] = useState<Found | null>(null);
  const { form, id, submit, busy, refusal } = useServerForm({
    contract: NewErasure,
    requestOf: ({ caller }) => ({ caller }),
    defaultValues: { caller: "" },
    send: preview.mutateAsync,
    onSaved: ({ calls }, { caller }) => setFound({ caller, calls }),
  });

  function erase({ caller }: Found) {
    erasing.mutate(caller, {
      onSuccess: (erased) => {
        toast.success(`Erased from ${callsText(erased.calls)}`);
        form.reset();
        router.refresh();
      },
      onError: (error) => toast.error("Nothing was erased", { description: refusalText(error) }),
      onSettled: () => setFound(null),
    });
  }

  return (
    <Section title="Erase one caller">
      <form id={id} onSubmit={submit} noValidate className="flex flex-wrap items-start gap-3">
        <Field
          label="Caller’s phone number"
          hint="Include the country code. The number isn’t stored."
          error={form.formState.errors.caller?.message ?? refusal}
          className="w-full max-w-80"
        >
          <TextInput autoComplete="off" inputMode="tel" {...form.register("caller")} />
        </Field>
        <Button type="submit" busy={busy} className="sm:mt-6">
          Find calls
        </Button>
      </form>
      {found && (
        <ConfirmErasure
          title={`Erase this caller from ${callsText(found.calls)}?`}
          confirmLabel="Erase permanently"
          busy={erasing.isPending}
          onConfirm={() => erase(found)}
          onCancel={() => setFound(null)}
        >
          This erases the number, tokens, transcripts, recording URLs, reasons, quotes and webhook payloads. Amounts,
          statements and seals stay.
        </ConfirmErasure>
      )}
    </Section>
  );
}

function callsText(calls: number): string {
  return calls === 1 ? "1 call" : `${calls.toLocaleString("en-US")} calls`;
}
