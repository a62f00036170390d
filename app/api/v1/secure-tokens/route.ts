import { KEYS, SECURE_TOKEN } from "@/app/api/v1/_docs/credentials";
import { CreatedSecureToken, NewSecureToken, SecureTokenList } from "@/lib/access/contract/credential";
import { createSecureToken, listSecureTokens } from "@/lib/access/secure-tokens";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "listSecureTokens",
  policy: KEY_OR_SESSION,
  path: "/secure-tokens",
  output: SecureTokenList,
  statuses: [200],
  docs: {
    section: "Credentials",
    title: "List secure tokens",
    about: ["Newest first, revoked tokens included. It takes the permission `keys: read`."],
    example: { answer: { status: 200, secure_tokens: [SECURE_TOKEN] } },
  },
  handle: async ({ ctx }) => ({ status: 200 as const, secure_tokens: await listSecureTokens(ctx) }),
});

export const POST = route({
  name: "createSecureToken",
  policy: KEY_OR_SESSION,
  path: "/secure-tokens",
  input: NewSecureToken,
  output: CreatedSecureToken,
  statuses: [201],
  docs: {
    section: "Credentials",
    title: "Create a secure token",
    about: [
      "The token is shown only in this answer. With `buyer_id` it reaches the calls of that buyer, by their UUIDs, and their buyer side only. Without, it reaches every call of the company; the company’s setting `token_offer_side` says whether it may update the offer side.",
      KEYS,
    ],
    example: {
      send: { name: "Brightside CRM", buyer_id: 7 },
      answer: { status: 201, secure_token: SECURE_TOKEN, token: "SECURE_TOKEN" },
    },
  },
  handle: async ({ ctx, input }) => ({ status: 201 as const, ...(await createSecureToken(ctx, input)) }),
  location: ({ secure_token }) => `/api/v1/secure-tokens/${secure_token.id}`,
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
