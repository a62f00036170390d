import { execFileSync } from "node:child_process";
import type { CompanyId } from "@/lib/base/ids";
import { inCompany } from "@/lib/platform/sql/in-company";

/** The process id of the PostgreSQL server: the parent of the process that serves a connection. */
export async function postmasterOf(company: CompanyId): Promise<number> {
  const [row] = await inCompany(company, (tx) => tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`);
  return Number(execFileSync("ps", ["-o", "ppid=", "-p", String(row?.pid)], { encoding: "utf8" }));
}
