import type { Tx } from "@/lib/platform/sql/in-company";

export async function readCompanyName(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ name: string }[]>`select name from company where id = ${tx.company}`;
  if (!row) throw new Error("the company is missing");
  return row.name;
}
