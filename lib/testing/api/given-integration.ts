import type { IntegrationProvider } from "@/lib/inbound/contract/integration";
import { signatureOf } from "@/lib/testing/factories/given-posting-integration";
import type { IntakeResult } from "./answers";
import { type Answer, api, type Fields } from "./api";
import type { GivenApi } from "./given-api";
import { systemTime } from "./system-time";

export type GivenIntegration = {
  readonly id: number;
  /** Posts a body signed as the provider does now. */
  readonly deliver: (body: string) => Promise<Answer<IntakeResult>>;
};

/** An integration for the company's offer, traffic source and buyer by default. */
export async function givenIntegration(
  { owner, offer, trafficSource, buyer }: GivenApi,
  provider: IntegrationProvider,
  fields: Fields = {},
): Promise<GivenIntegration> {
  const pasted = ["asterisk", "freeswitch", "vapi"].includes(provider) ? undefined : "the provider's secret";
  const { status, body } = await owner.post<{ integration: { id: number }; url: string; secret: string | null }>(
    "/integrations",
    {
      provider,
      name: `Line of ${provider}`,
      offer_id: String(offer.id),
      traffic_source_id: String(trafficSource.id),
      buyer_id: String(buyer.id),
      ...(provider === "asterisk" && { time_zone: "Etc/UTC" }),
      ...(pasted && { secret: pasted }),
      ...fields,
    },
  );
  if (status !== 201) throw new Error(`the integration was rejected: ${JSON.stringify(body)}`);
  const path = new URL(body.url).pathname.replace("/api/v1", "");
  const secret = body.secret ?? pasted ?? "";
  const deliver = (text: string) =>
    api().send<IntakeResult>("POST", path, { body: text, headers: signatureOf(provider, secret, text, systemTime()) });
  return { id: body.integration.id, deliver };
}
