import type { Company } from "@/lib/company/domain/company";

/** The company and clock of a batch. Each request has its own actor. */
export type Batch = { readonly company: Company; readonly now: () => Date };
