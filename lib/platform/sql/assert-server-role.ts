import { CannotStart } from "@/lib/base/errors";
import { findRoleFlaws } from "./server-role";

/** Throws if the server's role is a superuser, owns tables, or could bypass row-level security. */
export async function assertServerRole(): Promise<void> {
  const flaws = await findRoleFlaws();
  if (flaws.length === 0) return;
  throw new CannotStart(
    `DATABASE_URL names a role that ${flaws.join(", ")}. Use a role of its own that was granted callmark_app, ` +
      "and keep the owner's address in MIGRATION_URL. After a restore from a plain dump, npm run restore from a backup of " +
      "npm run backup puts roles and rights right.",
  );
}
