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

/** After how many days values go by themselves. A setting that erases calls at once asks before. */
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
        toast.success(wanted === 0 ? "Values are kept for ever" : `Values go after ${wanted} days`);
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
          label="Days after the start of a call"
          hint="Every night. Empty: values are kept for ever."
          error={form.formState.errors.days?.message}
          className="w-full max-w-80"
        >
          <TextInput
            autoComplete="off"
            inputMode="numeric"
            {...form.register("days", {
              validate: (text) => text === "" || WHOLE_DAYS.test(text) || "Write a whole number of days, or nothing.",
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
        title={calls === 1 ? "Erase 1 call next night?" : `Erase ${calls.toLocaleString("en-US")} calls next night?`}
        confirmLabel="Save and erase"
        busy={saving.isPending}
        onConfirm={() => word === WORD_TO_TYPE && save(Number(form.getValues("days")))}
        onCancel={() => setAsking(false)}
      >
        <p>
          <strong className="font-medium text-ink">That cannot be undone.</strong> These calls are older already, and
          lose their values with the next nightly run.
        </p>
        <WordToType word={word} onType={setWord} />
      </ConfirmDialog>
    </Section>
  );
}
