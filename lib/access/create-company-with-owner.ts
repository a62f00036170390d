import { Invalid } from "@/lib/base/errors";
import { createCompany } from "@/lib/company/create-company";
import type { Company } from "@/lib/company/domain/company";
import { codesOf } from "@/lib/platform/sql/codes-of";
import { passwordProblem } from "./check-password";
import type { NewCompanyWithOwner } from "./contract/company";
import { hashPassword } from "./passwords";
import { insertMembers } from "./sql/insert-credentials";
import { findMemberByEmail } from "./sql/lookup";

/**
 * Creates a company with the first person who can sign in to it, all or nothing. For whoever operates the installation: no
 * route calls it. Throws `Invalid`.
 */
export async function createCompanyWithOwner(input: NewCompanyWithOwner): Promise<Company> {
  const email = input.owner_email.toLowerCase();
  if (await findMemberByEmail(email))
    throw new Invalid({ owner_email: "Somebody signs in with this address already." });
  const problem = await passwordProblem(input.owner_password, [input.owner_name, email, input.name]);
  if (problem) throw new Invalid({ owner_password: problem });
  const passwordHash = await hashPassword(input.owner_password);
  const owner = { email, name: input.owner_name, role: "owner", grants: {}, passwordHash };
  const company = { name: input.name, currency: input.currency, timeZone: input.time_zone };
  return createCompany(company, async (tx) => {
    await insertMembers(tx, [owner]);
  }).catch((reason: unknown) => {
    throw codesOf(reason).includes(UNIQUE_VIOLATION) ? alreadyTaken() : reason;
  });
}

const UNIQUE_VIOLATION = "23505";
const alreadyTaken = () => new Invalid({ owner_email: "Somebody already signs in with this address." });
