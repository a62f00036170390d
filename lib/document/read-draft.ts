import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/base/errors";
import { localDay } from "@/lib/base/local-day";
import { parseMoney } from "@/lib/base/money";
import type { OwnerType } from "@/lib/party/domain/account-owner";
import type { AllocationUpdate, NewDocument } from "./contract";
import {
  type AdjustedAccount,
  type Direction,
  directionOf,
  isSettling,
  type RecordedKind,
  takesDirection,
} from "./domain/document-kind";
import { oldestDay } from "./domain/oldest-day";
import type { Part } from "./domain/split-settlement";
import { readParts } from "./read-parts";

/** A document to be recorded. */
export type Draft = {
  readonly kind: RecordedKind;
  readonly direction: Direction;
  /** Only for an adjustment. */
  readonly against: AdjustedAccount | undefined;
  readonly amountMinor: bigint;
  readonly dated: string;
  readonly reference: string | null;
  readonly reason: string | null;
  /** Null to settle in the default order, earliest due date first. */
  readonly parts: readonly Part[] | null;
  readonly allocations: AllocationUpdate["allocations"];
};

const NEED_REASON: ReadonlySet<RecordedKind> = new Set(["adjustment", "write_off"]);

/** Throws `Invalid` with one error per field. */
export function readDraft({ company, now }: Context, type: OwnerType, input: NewDocument): Draft {
  const { kind, reference = null, reason = null } = input;
  const amountMinor = parseMoney(input.amount, company.decimals);
  const direction = directionOf(kind, type, input.direction);
  const today = localDay(now(), company.timeZone);
  const dated = input.dated ?? today;
  const oldest = oldestDay(today);
  const errors = {
    ...(amountMinor === null && { amount: `Enter an amount with at most ${company.decimals} decimals.` }),
    ...(amountMinor === 0n && { amount: "Enter an amount above 0." }),
    ...(direction === null && { direction: "Choose increase or decrease." }),
    ...(!takesDirection(kind) &&
      input.direction !== undefined && { direction: `The direction of a ${kind} is fixed. Leave this out.` }),
    ...(input.against !== undefined &&
      kind !== "adjustment" && { against: `The account of a ${kind} is fixed. Leave this out.` }),
    ...(dated > today && { dated: `This date is in the future. Enter ${today} or earlier.` }),
    ...(dated < oldest && { dated: `This date is more than 10 years ago. Enter ${oldest} or later.` }),
    ...(NEED_REASON.has(kind) && !reason?.trim() && { reason: "Enter a reason." }),
    ...(input.allocations &&
      !isSettling(kind) && { allocations: "This document is a line on a statement. Leave this out." }),
  };
  if (amountMinor === null || direction === null || Object.keys(errors).length > 0) throw new Invalid(errors);
  const allocations = input.allocations ?? [];
  const parts = input.allocations ? readParts(allocations, company.decimals) : null;
  return { kind, direction, against: input.against, amountMinor, dated, reference, reason, parts, allocations };
}
