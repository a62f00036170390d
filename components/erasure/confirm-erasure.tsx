"use client";

import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";

const WORD_TO_TYPE = "erase";

type ConfirmErasureProps = {
  title: string;
  confirmLabel: string;
  busy: boolean;
  onConfirm: () => void;
  onCancel: () => void;
  children: ReactNode;
};

/** A typed word prevents accidental erasure. */
export function ConfirmErasure({ onConfirm, children, ...dialog }: ConfirmErasureProps) {
  const [word, setWord] = useState("");
  const [wrong, setWrong] = useState(false);

  function confirm() {
    if (word !== WORD_TO_TYPE) setWrong(true);
    else if (!dialog.busy) onConfirm();
  }

  return (
    <ConfirmDialog open danger {...dialog} onConfirm={confirm}>
      <p>
        <strong className="font-medium text-ink">This can’t be undone.</strong> {children}
      </p>
      <Field
        label={`Type “${WORD_TO_TYPE}” to confirm`}
        error={wrong && word !== WORD_TO_TYPE && `Nothing was erased. Type “${WORD_TO_TYPE}” first.`}
        className="mt-3"
      >
        <TextInput autoComplete="off" value={word} onChange={(event) => setWord(event.target.value.trim())} />
      </Field>
    </ConfirmDialog>
  );
}
