import { hash, verify } from "@node-rs/argon2";
import { RateLimiterPrisma } from "rate-limiter-flexible";
import { prisma } from "@/lib/platform/sql/prisma";
import { findMemberByEmail } from "./sql/lookup";

export type SignIn =
  | { readonly ok: true; readonly member: { readonly id: number; readonly name: string } }
  | { readonly ok: false; readonly reason: "wrong" | "too_many_attempts" };

const ATTEMPTS = 10;
const WITHIN_SECONDS = 15 * 60;

/** OWASP's smallest recommended argon2id parameters: 19 MiB, two passes, one thread. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2ID);
}

/** Checks e-mail and password. Ten failures block the e-mail for 15 minutes on all servers. */
export async function signIn(email: string, password: string): Promise<SignIn> {
  const address = email.trim().toLowerCase();
  const attempts = await throttle().consume(address).catch(refusedByLimit);
  if (attempts === null) return { ok: false, reason: "too_many_attempts" };
  const member = await findMemberByEmail(address);
  const matches = await verify(member?.passwordHash ?? (await nobody()), password);
  if (!member || !matches) return { ok: false, reason: "wrong" };
  await throttle().delete(address);
  return { ok: true, member: { id: member.id, name: member.name } };
}

let limiter: RateLimiterPrisma | undefined;

function throttle(): RateLimiterPrisma {
  limiter ??= new RateLimiterPrisma({
    storeClient: prisma(),
    tableName: "signInThrottle",
    keyPrefix: "",
    points: ATTEMPTS,
    duration: WITHIN_SECONDS,
  });
  return limiter;
}

/** The limiter rejects with its state, or with an error if the database does not answer. */
function refusedByLimit(reason: unknown): null {
  if (reason instanceof Error) throw reason;
  return null;
}

let nobodysHash: Promise<string> | undefined;

/** An unknown e-mail takes as long as a wrong password. */
function nobody(): Promise<string> {
  nobodysHash ??= hashPassword(crypto.randomUUID());
  return nobodysHash;
}
