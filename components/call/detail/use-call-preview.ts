"use client";

import { useQuery } from "@tanstack/react-query";
import type { Call } from "@/lib/call/contract/call";
import { previewQuery } from "@/lib/conversion/client";
import type { Preview } from "@/lib/conversion/contract/preview";
import { type CallForm, fieldOf, updateOf } from "./call-form";
import { type FieldErrors, fieldErrors } from "./field-errors";

export type CallPreview = {
  /** Null when nothing is edited or the preview failed. */
  readonly shown: Preview | null;
  /** True while `shown` belongs to earlier edits. */
  readonly isStale: boolean;
  readonly errors: FieldErrors;
  readonly isUnavailable: boolean;
};

const NOTHING: CallPreview = { shown: null, isStale: false, errors: {}, isUnavailable: false };

/** Requests a preview whenever the edits change to a valid update. */
export function useCallPreview(base: Call, values: CallForm, decimals: number): CallPreview {
  // The reason doesn't affect the preview.
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
