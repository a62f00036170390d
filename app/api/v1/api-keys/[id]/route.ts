import { KEYS, REVOKED } from "@/app/api/v1/_docs/credentials";
import { revokeApiKey } from "@/lib/access/api-keys";
import { Revoked } from "@/lib/access/contract/credential";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const DELETE = route({
  name: "revokeApiKey",
  policy: KEY_OR_SESSION,
  path: "/api-keys/{id}",
  params: { id: numberOf("API key", 4) },
  output: Revoked,
  statuses: [200, 404],
  docs: {
    section: "Credentials",
    title: "Revoke an API key",
    about: ["Its next request is answered 401. A revoked key stays in the list and can’t be restored.", KEYS],
    example: { answer: REVOKED },
  },
  handle: async ({ ctx, params }) => ({ status: 200 as const, ...(await revokeApiKey(ctx, params.id)) }),
});

export const { GET, PUT, POST, PATCH, OPTIONS } = otherMethods({ DELETE });
