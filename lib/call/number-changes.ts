import type { CompanyId } from "@/lib/base/ids";
import { inCompanySql } from "@/lib/platform/sql/in-company";
import { numberFeed } from "./sql/number-feed";

/**
 * Numbers a batch of what was committed since for the change feed. Returns how many. Background work does it, and readers
 * who reach the end.
 */
export function numberChanges(company: CompanyId): Promise<number> {
  return inCompanySql(company, numberFeed);
}
