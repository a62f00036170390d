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
import { usePreviewErasure, useSaveErasureSetting } from "@/lib/erasure/client";
import { errorOf } from "./error-of";
import { WORD_TO_TYPE, WordToType } from "./word-to-type";

const WHOLE_DAYS = /^[0-9]{1,5}$/;

/** Asks for confirmation when the setting would erase calls at once. */
export function EraseAfter({ days }: { days: number | null }) {
  const router = useRouter();
  const form = useForm({ defaultValues: { days: days === null ? "" : String(days) } });
  const preview = usePreviewErasure();
  const saving = useSaveErasureSetting();
  const [word, setWord] = useState("");
  const [asking, setAsking] = useState(false);
  const calls = preview.data?.calls ?? 0;
  const refuse = (error: unknown) => form.setError("days", { message: errorOf(error, "erase_after_days") });

  const check = form.handleSubmit((values) => {
    const wanted = Number(values.days || "0");
    if (wanted === 0) return save(0);
    preview.mutate(
      { erase_after_days: wanted },
      {
        onSuccess: (answer) => {
          setWord("");
          if (answer.calls > 0) setAsking(true);
          else save(wanted);
        },
        onError: refuse,
      },
    );
  });

  function save(wanted: number) {
    saving.mutate(wanted, {
      onSuccess: () => {
        toast.success(
          wanted === 0 ? "Personal data is kept indefinitely" : `Personal data is erased after ${wanted} days`,
        );
        router.refresh();
      },
      onError: refuse,
      onSettled: () => setAsking(false),
    });
  }

  return (
    <Section title="Erase automatically">
      <form onSubmit={check} noValidate className="flex flex-wrap items-start gap-3">
        <Field
          label="Days after the call"
          hint="Runs every night. Leave blank to keep personal data indefinitely."
          error={form.formState.errors.days?.message}
          className="w-full max-w-80"
        >
          <TextInput
            autoComplete="off"
            inputMode="numeric"
            {...form.register("days", {
              validate: (text) =>
                text === "" || WHOLE_DAYS.test(text) || "Enter a whole number of days, or leave blank.",
            })}
          />
        </Field>
        <Button type="submit" busy={preview.isPending || saving.isPending} className="mt-6">
          Save
        </Button>
      </form>
      <ConfirmDialog
        open={asking}
        danger
        title={
          calls === 1
            ? "Erase personal data of 1 call tonight?"
            : `Erase personal data of ${calls.toLocaleString("en-US")} calls tonight?`
        }
        confirmLabel="Save and erase"
        busy={saving.isPending}
        onConfirm={() => word === WORD_TO_TYPE && save(Number(form.getValues("days")))}
        onCancel={() => setAsking(false)}
      >
        <p>
          <strong className="font-medium text-ink">This can’t be undone.</strong> These calls are already older than the
          limit. The next nightly run erases their personal data.
        </p>
        <WordToType word={word} onType={setWord} />
      </ConfirmDialog>
    </Section>
  );
}
