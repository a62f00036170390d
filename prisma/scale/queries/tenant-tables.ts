import { readFileSync } from "node:fs";
import { filesBelow } from "./files-below";

export type TenantTables = {
  readonly names: readonly string[];
  has(table: string): boolean;
  /** Whether the database numbers its rows. */
  drawsIdentity(table: string): boolean;
};

/** Tables whose key starts with the company, by the Prisma schema. */
export function readTenantTables(): TenantTables {
  const models = filesBelow("prisma/schema", /\.prisma$/)
    .flatMap((file) =>
      readFileSync(file, "utf8")
        .split(/^model /m)
        .slice(1),
    )
    .filter((model) => /@@id\(\[companyId\b|companyId +BigInt +@id\b/.test(model));
  const tables = new Map(models.map((model) => [/@@map\("(\w+)"\)/.exec(model)?.[1] ?? "", model]));
  return {
    names: [...tables.keys()],
    has: (table) => tables.has(table),
    drawsIdentity: (table) => tables.get(table)?.includes("autoincrement()") ?? false,
  };
}
