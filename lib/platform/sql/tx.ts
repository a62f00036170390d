import type { CompanyId } from "@/lib/base/ids";
import type { Prisma } from "./generated/client";
import type { Statements } from "./run-sql";

/** An open transaction of one company; every statement binds `company` too. */
export type Tx = Prisma.TransactionClient & { readonly company: CompanyId };

/** A transaction for SQL only; every `Tx` is one. */
export type SqlTx = Statements & { readonly company: CompanyId };
