import { API_KEY, KEYS } from "@/app/api/v1/_docs/credentials";
import { createApiKey, listApiKeys } from "@/lib/access/api-keys";
import { ApiKeyList, CreatedApiKey, NewApiKey } from "@/lib/access/contract/credential";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "listApiKeys",
  policy: KEY_OR_SESSION,
  path: "/api-keys",
  output: ApiKeyList,
  statuses: [200],
  docs: {
    section: "Credentials",
    title: "List API keys",
    about: ["Newest first, revoked keys included. It takes the permission `keys: read`."],
    example: { answer: { status: 200, api_keys: [API_KEY] } },
  },
  handle: async ({ ctx }) => ({ status: 200 as const, api_keys: await listApiKeys(ctx) }),
});

export const POST = route({
  name: "createApiKey",
  policy: KEY_OR_SESSION,
  path: "/api-keys",
  input: NewApiKey,
  output: CreatedApiKey,
  statuses: [201],
  docs: {
    section: "Credentials",
    title: "Create an API key",
    about: [
      "The secret is shown only in this answer. A key can’t do more than whoever creates it.",
      "`read_only`, `buyer_ids`, and `addresses` restrict the key. With `buyer_ids` it finds, reads, and updates calls of these buyers; every other call answers as if it didn’t exist, and everything else 403. From an address that isn’t among `addresses`, it answers 403.",
      KEYS,
    ],
    example: {
      send: { name: "Brightside CRM", role: "manager", addresses: ["198.51.100.0/24"] },
      answer: { status: 201, api_key: API_KEY, secret: "cmk_…" },
    },
  },
  handle: async ({ ctx, input }) => ({ status: 201 as const, ...(await createApiKey(ctx, input)) }),
  location: ({ api_key }) => `/api/v1/api-keys/${api_key.id}`,
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
