import { plainAmount } from "@/components/ui/plain-amount";
import type { DocumentInput } from "@/lib/document/client";
import {
  type AdjustedAccount,
  isSettling,
  type RecordedKind,
  takesDirection,
} from "@/lib/document/domain/document-kind";
import { type AllocationPart, sentParts } from "./allocation-parts";

export type RecordForm = {
  amount: string;
  dated: string;
  direction: "increase" | "decrease";
  against: AdjustedAccount;
  reference: string;
  reason: string;
  parts: AllocationPart[];
  allow_duplicate: boolean;
};

/** The request that the fields make. */
export function documentInput(
  kind: RecordedKind,
  values: RecordForm,
  requestId: string,
  decimals: number,
): DocumentInput {
  const [reference, reason] = [values.reference.trim(), values.reason.trim()];
  return {
    kind,
    amount: plainAmount(values.amount),
    dated: values.dated,
    request_id: requestId,
    ...(takesDirection(kind) && { direction: values.direction }),
    ...(kind === "adjustment" && { against: values.against }),
    ...(reference && { reference }),
    ...(reason && { reason }),
    ...(values.allow_duplicate && { allow_duplicate: true }),
    ...(isSettling(kind) && { allocations: sentParts(values.parts, decimals) }),
  };
}

/** The field of a request parameter. */
export function fieldOf(parameter: string, { parts }: RecordForm, decimals: number): string | null {
  const place = /^allocations\.([0-9]+)/.exec(parameter)?.[1];
  if (place === undefined) return parameter;
  const sent = sentParts(parts, decimals)[Number(place)];
  const at = parts.findIndex(({ statement }) => String(statement) === sent?.statement);
  return at === -1 ? null : `parts.${at}.amount`;
}
