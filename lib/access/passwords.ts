import { hash, verify } from "@node-rs/argon2";

/**
 * OWASP's Password Storage Cheat Sheet: the argon2id parameters with the least memory, 19 MiB, two passes, one thread.
 */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2ID);
}

/** Without a hash, a password matches none, and that takes as long as a wrong one. */
export async function matchesPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobody()), password);
  return passwordHash !== null && matches;
}

let nobodysHash: Promise<string> | undefined;

function nobody(): Promise<string> {
  nobodysHash ??= hashPassword(crypto.randomUUID());
  return nobodysHash;
}
