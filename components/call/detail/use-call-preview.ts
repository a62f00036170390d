"use client";

import { useQuery } from "@tanstack/react-query";
import type { Call } from "@/lib/call/contract/call";
import { previewQuery } from "@/lib/conversion/client";
import type { Preview } from "@/lib/conversion/contract/preview";
import { type CallForm, fieldOf, updateOf } from "./call-form";
import { type FieldErrors, fieldErrors } from "./field-errors";

export type CallPreview = {
  /** What saving the edits would do; null where nothing is edited, or where it cannot be told. */
  readonly shown: Preview | null;
  /** What is shown is that of earlier edits, until the answer to these comes. */
  readonly isStale: boolean;
  /** What has to be put right first. */
  readonly errors: FieldErrors;
  readonly isUnavailable: boolean;
};

const NOTHING: CallPreview = { shown: null, isStale: false, errors: {}, isUnavailable: false };

/** The server's preview of the edits, asked anew whenever they change to something that can be sent. */
export function useCallPreview(base: Call, values: CallForm, decimals: number): CallPreview {
  // The reason decides nothing: typing it asks nothing.
  const update = updateOf(base, { ...values, reason: "" });
  const errors = fieldErrors(base, values, decimals);
  const isSendable = update !== null && Object.keys(errors).length === 0;
  const {
    data,
    isPlaceholderData: isStale,
    isError: isUnavailable,
  } = useQuery(previewQuery(base.id, isSendable ? update : null));
  if (update === null) return NOTHING;
  if (!isSendable) return { ...NOTHING, errors };
  if (!data) return { ...NOTHING, isUnavailable };
  if (data.ok) return { ...NOTHING, shown: data.preview, isStale };
  return { ...NOTHING, isStale, errors: byField(data.errors) };
}

function byField(errors: Readonly<Record<string, string>>): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([parameter, message]) => {
      const field = fieldOf(parameter);
      return field ? [[field, message]] : [];
    }),
  );
}
