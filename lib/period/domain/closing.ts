import { type Month, monthsLater } from "@/lib/base/month";

/** The range of a company's books. */
export type Books = {
  /** The last closed month; null for none. */
  readonly closedThrough: Month | null;
  /** The oldest month with something booked or pending; null for none. */
  readonly first: Month | null;
  /** The current month in the company's time zone. */
  readonly present: Month;
};

export type NotClosable =
  | { readonly reason: "closed" }
  | { readonly reason: "nothing_booked" }
  | { readonly reason: "before_the_books"; readonly first: Month }
  | { readonly reason: "not_ended" }
  | { readonly reason: "not_the_oldest"; readonly oldest: Month };

/**
 * The month after the last closed one; before any closing, the first month with content, which closes all earlier
 * months too. Null if there is nothing to close.
 */
export function oldestOpenMonth({ closedThrough, first }: Books): Month | null {
  return closedThrough === null ? first : monthsLater(closedThrough, 1);
}

/** Months close in order, and after they have ended. Null for the one month that can be closed. */
export function whyNotClosable(month: Month, books: Books): NotClosable | null {
  const oldest = oldestOpenMonth(books);
  if (books.closedThrough !== null && month <= books.closedThrough) return { reason: "closed" };
  if (month >= books.present) return { reason: "not_ended" };
  if (oldest === null) return { reason: "nothing_booked" };
  if (month < oldest) return { reason: "before_the_books", first: oldest };
  return month > oldest ? { reason: "not_the_oldest", oldest } : null;
}

export type PeriodState = "open" | "ended" | "closed";

export function stateOf(month: Month, { closedThrough, present }: Books): PeriodState {
  if (closedThrough !== null && month <= closedThrough) return "closed";
  return month < present ? "ended" : "open";
}
