import { recordAudits } from "@/lib/audit/sql/record-audit";
import { Invalid, NotFound } from "@/lib/base/errors";
import { createCompany } from "@/lib/company/create-company";
import type { Company } from "@/lib/company/domain/company";
import { systemClock } from "@/lib/platform/config/clock";
import { codesOf } from "@/lib/platform/sql/codes-of";
import type { OpenTx, Tx } from "@/lib/platform/sql/in-company";
import { passwordProblem } from "./check-password";
import type { Context } from "./context";
import type { NewCompanyWithOwner } from "./contract/company";
import { AUTOMATIC } from "./domain/system-actor";
import { ALREADY } from "./is-set-up";
import { hashPassword } from "./passwords";
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
export function createFirstCompany(input: NewCompanyWithOwner, from: Context["from"]): Promise<Company> {
  const before = async (client: OpenTx) => {
    if (!(await lockSetup(client))) throw new NotFound(ALREADY);
  };
  return create(input, { before, from });
}

async function create(
  input: NewCompanyWithOwner,
  { before, from }: { before?: (client: OpenTx) => Promise<void>; from?: Context["from"] } = {},
): Promise<Company> {
  const email = input.owner_email.toLowerCase();
  if (await findMemberByEmail(email))
    throw new Invalid({ owner_email: "Somebody signs in with this address already." });
  const problem = await passwordProblem(input.owner_password, [input.owner_name, email, input.name]);
  if (problem) throw new Invalid({ owner_password: problem });
  const passwordHash = await hashPassword(input.owner_password);
  const owner = { email, name: input.owner_name, role: "owner", grants: {}, passwordHash };
  const company = { name: input.name, currency: input.currency, timeZone: input.time_zone };
  const furnish = async (tx: Tx) => {
    const [ownerId = null] = await insertMembers(tx, [owner]);
    await recordAudits(tx, { actor: AUTOMATIC, now: systemClock, from }, [
      { action: "company.created", id: tx.company, after: company },
      { action: "member.created", id: ownerId, after: { name: owner.name, role: owner.role } },
    ]);
  };
  return createCompany(company, { before, furnish }).catch((reason: unknown) => {
    throw codesOf(reason).includes(UNIQUE_VIOLATION) ? alreadyTaken() : reason;
  });
}

const UNIQUE_VIOLATION = "23505";
const alreadyTaken = () => new Invalid({ owner_email: "Somebody already signs in with this address." });
