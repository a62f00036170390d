import type { CompanyId } from "@/lib/base/ids";

/** The tenant as functions need it. `decimals` are those of its currency. */
export type Company = {
  readonly id: CompanyId;
  readonly name: string;
  readonly currency: string;
  readonly decimals: number;
  /** IANA name. */
  readonly timeZone: string;
};
