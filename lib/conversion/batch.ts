import type { Company } from "@/lib/company/domain/company";

/** A company and the clock: whose calls, and when. Each request brings its own actor. */
export type Batch = { readonly company: Company; readonly now: () => Date };
