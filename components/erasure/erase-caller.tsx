"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { TextInput } from "@/components/ui/text-input";
import { useEraseCaller, usePreviewErasure } from "@/lib/erasure/client";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { errorOf } from "./error-of";
import { WORD_TO_TYPE, WordToType } from "./word-to-type";

/** Shows the number of calls before it asks: an erasure can't be undone. */
export function EraseCaller() {
  const router = useRouter();
  const form = useForm({ defaultValues: { caller: "" } });
  const preview = usePreviewErasure();
  const erasing = useEraseCaller();
  const [word, setWord] = useState("");
  const [asking, setAsking] = useState(false);
  const calls = preview.data?.calls ?? 0;

  const look = form.handleSubmit(({ caller }) =>
    preview.mutate(
      { caller },
      {
        onSuccess: () => {
          setWord("");
          setAsking(true);
        },
        onError: (error) => form.setError("caller", { message: errorOf(error, "caller") }),
      },
    ),
  );

  function erase() {
    if (word !== WORD_TO_TYPE) return;
    erasing.mutate(form.getValues("caller"), {
      onSuccess: (erased) => {
        toast.success(`Erased from ${callsText(erased.calls)}`);
        form.reset();
        router.refresh();
      },
      onError: (error) => toast.error("Nothing was erased", { description: refusalText(error) }),
      onSettled: () => setAsking(false),
    });
  }

  return (
    <Section title="Erase one caller">
      <form onSubmit={look} noValidate className="flex flex-wrap items-start gap-3">
        <Field
          label="Caller’s phone number"
          hint="Include the country code. The number isn’t stored."
          error={form.formState.errors.caller?.message}
          className="w-full max-w-80"
        >
          <TextInput autoComplete="off" inputMode="tel" {...form.register("caller")} />
        </Field>
        <Button type="submit" busy={preview.isPending} className="mt-6">
          Find calls
        </Button>
      </form>
      <ConfirmDialog
        open={asking}
        danger
        title={`Erase this caller from ${callsText(calls)}?`}
        confirmLabel="Erase permanently"
        busy={erasing.isPending}
        onConfirm={erase}
        onCancel={() => setAsking(false)}
      >
        <p>
          <strong className="font-medium text-ink">This can’t be undone.</strong> This erases the number, tokens,
          transcripts, recording URLs, reasons, quotes and webhook payloads. Amounts, statements and seals stay.
        </p>
        <WordToType word={word} onType={setWord} />
      </ConfirmDialog>
    </Section>
  );
}

function callsText(calls: number): string {
  return calls === 1 ? "1 call" : `${calls.toLocaleString("en-US")} calls`;
}
