import type { Month } from "@/lib/base/month";
import { PeriodAnswer } from "@/lib/period/contract";
import { WARNINGS } from "@/lib/period/domain/warning";

export type Closer = { readonly url: string; readonly secret: string };

/** Closes a month over HTTP and returns its number of entries. Throws if rejected. */
export async function closeOverHttp({ url, secret }: Closer, month: Month): Promise<number> {
  const response = await fetch(`${url}/api/v1/periods/${month}/close`, {
    method: "POST",
    headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
    body: JSON.stringify({ acknowledge: WARNINGS }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${month} was not closed: ${text}`);
  return PeriodAnswer.parse(JSON.parse(text)).period.frozen?.entries ?? 0;
}
