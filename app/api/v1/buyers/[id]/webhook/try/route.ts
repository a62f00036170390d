import { route } from "@/lib/api/route";
import { webhookParameters } from "@/lib/api/webhook-route";
import { TriedWebhookBody, TryWebhookBody } from "@/lib/inbound/contract/webhook";
import { tryWebhookBody } from "@/lib/inbound/try-webhook-body";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

const asBody = (body: string) =>
  webhookParameters({ query: "", contentType: null, body: new TextEncoder().encode(body) });

export const POST = route({
  path: "/buyers/{id}/webhook/try",
  summary: "Try how a body would be read at a buyer's address; nothing is saved",
  doors: ["api_key", "session"],
  input: TryWebhookBody,
  output: TriedWebhookBody,
  handle: ({ ctx, params, input }) => tryWebhookBody(ctx, partyId(params.id), input, asBody),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
