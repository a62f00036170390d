import { ownConnection } from "./own-connection";

/** The names of the migrations that the database has. */
export async function appliedMigrations(): Promise<ReadonlySet<string>> {
  const { rows } = await ownConnection().query<{ migration_name: string }>(
    "select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
  );
  return new Set(rows.map(({ migration_name }) => migration_name));
}
