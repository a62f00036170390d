"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormRefusal } from "./form-refusal";
import type { Submission } from "./use-server-form";

type DialogFormProps = {
  title: string;
  form: Submission;
  submitLabel: string;
  danger?: boolean;
  /** Nothing can be sent yet. */
  disabled?: boolean;
  refusalTitle?: string;
  onEdit?: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** Open while mounted. Stays open while a request is running. */
export function DialogForm({
  title,
  form,
  submitLabel,
  danger,
  disabled,
  refusalTitle,
  onEdit,
  ...rest
}: DialogFormProps) {
  const { id, submit, busy, refusal } = form;
  const close = () => !busy && rest.onClose();
  return (
    <Dialog
      open
      alert={danger}
      title={title}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={id} variant={danger ? "danger" : "primary"} busy={busy} disabled={disabled}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onChange={onEdit} onSubmit={submit} className="space-y-3 pt-2 text-ink">
        {rest.children}
        <FormRefusal refusal={refusal} title={refusalTitle} />
      </form>
    </Dialog>
  );
}
