import type { BuyerPostAnswer } from "./answers";
import { type Answer, api, type Fields } from "./api";
import type { GivenApi } from "./given-api";

const KEY_AT_END = /\/[A-Za-z0-9]{40}$/;

export type GivenWebhook = {
  /** Relative to the base of the API. */
  readonly path: string;
  /** Posts with the key in the path only. */
  readonly post: (fields: Fields) => Promise<Answer<BuyerPostAnswer>>;
};

/** Creates the webhook of a buyer, the company's first by default. Its key is shown once. */
export async function givenWebhook(
  { owner, buyer }: Pick<GivenApi, "owner" | "buyer">,
  buyerId = buyer.id,
): Promise<GivenWebhook> {
  const { body } = await owner.put<{ webhook: { url: string } }>(`/buyers/${buyerId}/webhook`);
  const path = new URL(body.webhook.url).pathname.replace("/api/v1", "");
  if (!KEY_AT_END.test(path)) throw new Error("the buyer already has a webhook");
  return { path, post: (fields) => api().post(path, fields) };
}
