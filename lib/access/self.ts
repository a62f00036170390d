import { Conflict, DomainError, Invalid } from "@/lib/base/errors";
import { TooManyRequests } from "@/lib/platform/http/too-many-requests";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import type { Context } from "./context";
import { matchesPassword } from "./passwords";
import { forgive, throttled } from "./sign-in-throttle";
import { listMembers, lockWithPassword, type MemberRow } from "./sql/members";

const notSignedIn = () => new DomainError("forbidden", "Sign in to do this. Nothing was saved.");

/** The member who acts. Throws `Forbidden` for anybody else: a key has no password and no sessions. */
export function selfOf({ actor }: Context): number {
  if (actor.type !== "member" || actor.id === null) throw notSignedIn();
  return actor.id;
}

/** The row of the member who acts. Throws `Forbidden`. */
export async function readSelf(ctx: Context): Promise<MemberRow> {
  const id = selfOf(ctx);
  const [row] = await inCompany(ctx.company.id, (tx) => listMembers(tx, id));
  if (!row) throw notSignedIn();
  return row;
}

/**
 * Asks for the password again before what would let a stolen session stay. Counts failures. Throws `Invalid` on
 * `field`, `Forbidden` or `too_many_requests`.
 */
export async function confirmPassword(ctx: Context, password: string, field = "password"): Promise<MemberRow> {
  const self = await readSelf(ctx);
  const attempt = { device: `confirming ${self.id}` };
  const seconds = await throttled(attempt);
  if (seconds !== null) throw new TooManyRequests(seconds, "Too many wrong passwords.");
  if (!(await matchesPassword(self.passwordHash, password)))
    throw new Invalid({ [field]: "This isn’t your password." });
  await forgive(attempt);
  return self;
}

/**
 * The member whose password was confirmed, as they are now, locked until the transaction ends. Throws `Conflict` if the
 * password was changed meanwhile: whoever confirmed the old one may be whom the change is to keep out.
 */
export async function lockSelf(tx: Tx, { id, passwordHash }: MemberRow): Promise<MemberRow> {
  const isSame = await lockWithPassword(tx, id, passwordHash);
  const [row] = await listMembers(tx, id);
  if (!isSame || !row) throw new Conflict("Your password was changed meanwhile. Nothing was saved.");
  return row;
}
