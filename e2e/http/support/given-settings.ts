import { CreatedBuyer } from "@/lib/party/contract";
import { BuyerSettingsAnswer } from "@/lib/settings/contract/settings-version";
import { ask, read } from "./ask";
import { keyOf } from "./credentials";
import type { Tenant } from "./demo";

let buyers = 0;

/** A new buyer with these conversion settings, in force since a minute ago by default. */
export async function givenBuyer(
  tenant: Tenant,
  settings: object,
  validFrom = new Date(Date.now() - 60_000).toISOString(),
): Promise<number> {
  const headers = keyOf(tenant);
  buyers += 1;
  const json = { name: `Willow Homes ${process.pid}-${Date.now()}-${buyers}` };
  const { buyer } = read(CreatedBuyer, await ask("POST", "/api/v1/buyers", { headers, json }));
  const answer = await ask("PUT", `/api/v1/buyers/${buyer.id}/conversion-settings`, {
    headers,
    json: { version: 0, valid_from: validFrom, settings },
  });
  read(BuyerSettingsAnswer, answer);
  return buyer.id;
}
