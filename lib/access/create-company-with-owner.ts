import { Invalid, NotFound } from "@/lib/base/errors";
import { createCompany } from "@/lib/company/create-company";
import type { Company } from "@/lib/company/domain/company";
import { codesOf } from "@/lib/platform/sql/codes-of";
import type { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { NewCompanyWithOwner } from "./contract/company";
import { ALREADY } from "./is-set-up";
import { hashPassword } from "./sign-in";
import { insertMembers } from "./sql/insert-credentials";
import { lockSetup } from "./sql/lock-setup";
import { findMemberByEmail } from "./sql/lookup";

/**
 * Creates a company with the first person who can sign in to it, all or nothing. For whoever operates the installation: no
 * route calls it. Throws `Invalid`.
 */
export function createCompanyWithOwner(input: NewCompanyWithOwner): Promise<Company> {
  return create(input);
}

/** The same for an installation without a company, once, also of two at the same time. Throws `Invalid` or `NotFound`. */
export function createFirstCompany(input: NewCompanyWithOwner): Promise<Company> {
  return create(input, async (client) => {
    if (!(await lockSetup(client))) throw new NotFound(ALREADY);
  });
}

async function create(
  input: NewCompanyWithOwner,
  before?: (client: Prisma.TransactionClient) => Promise<void>,
): Promise<Company> {
  const email = input.owner_email.toLowerCase();
  if (await findMemberByEmail(email))
    throw new Invalid({ owner_email: "Somebody signs in with this address already." });
  const passwordHash = await hashPassword(input.owner_password);
  const owner = { email, name: input.owner_name, role: "owner", grants: {}, passwordHash };
  const company = { name: input.name, currency: input.currency, timeZone: input.time_zone };
  const furnish = async (tx: Tx) => {
    await insertMembers(tx, [owner]);
  };
  return createCompany(company, { before, furnish }).catch((reason: unknown) => {
    throw codesOf(reason).includes(UNIQUE_VIOLATION) ? alreadyTaken() : reason;
  });
}

const UNIQUE_VIOLATION = "23505";
const alreadyTaken = () => new Invalid({ owner_email: "Somebody already signs in with this address." });
