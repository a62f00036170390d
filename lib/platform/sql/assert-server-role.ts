import { findRoleFlaws } from "./server-role";

/** Throws unless the role of this server is no superuser and owns nothing. */
export async function assertServerRole(): Promise<void> {
  const flaws = await findRoleFlaws();
  if (flaws.length === 0) return;
  throw new Error(
    `DATABASE_URL names a role that ${flaws.join(", ")}. Use a role of its own that was granted callmark_app, ` +
      "and keep the owner's address in MIGRATION_URL.",
  );
}
