import { Invalid } from "@/lib/base/errors";
import type { CompanyId } from "@/lib/base/ids";
import { currencyDecimals } from "@/lib/base/money";
import { inNewCompany, type OpenTx, type Tx } from "@/lib/platform/sql/in-company";
import { companyErrors } from "./company-errors";
import type { Company } from "./domain/company";
import { insertCompany } from "./sql/insert-company";
import { openBooks } from "./sql/open-books";

export type NewCompany = { readonly name: string; readonly currency: string; readonly timeZone: string };

type Furnishing = {
  /** Runs first in the transaction. */
  readonly before?: ((client: OpenTx) => Promise<void>) | undefined;
  readonly furnish?: (tx: Tx) => Promise<void>;
};

/**
 * Creates a company and its books, and what `furnish` adds, all or nothing. `currency` is an ISO 4217 code, `timeZone` an
 * IANA name. No actor has this permission, so no route calls it; setup does. Throws `Invalid`.
 */
export async function createCompany(
  { name, currency, timeZone }: NewCompany,
  { before, furnish }: Furnishing = {},
): Promise<Company> {
  const errors = companyErrors({ currency, timeZone });
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
  const id = await inNewCompany(
    async (client) => {
      await before?.(client);
      return insertCompany(client, { name, currency, timeZone });
    },
    async (tx): Promise<CompanyId> => {
      await openBooks(tx);
      await furnish?.(tx);
      return tx.company;
    },
  );
  return { id, name, currency, decimals: currencyDecimals(currency), timeZone };
}
