import { KEYS, REVOKED } from "@/app/api/v1/_docs/credentials";
import { Revoked } from "@/lib/access/contract/credential";
import { revokeSecureToken } from "@/lib/access/secure-tokens";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const DELETE = route({
  name: "revokeSecureToken",
  policy: KEY_OR_SESSION,
  path: "/secure-tokens/{id}",
  params: { id: numberOf("secure token", 4) },
  output: Revoked,
  statuses: [200, 404],
  docs: {
    section: "Credentials",
    title: "Revoke a secure token",
    about: ["Its next request is answered 401. A revoked token stays in the list and can’t be restored.", KEYS],
    example: { answer: REVOKED },
  },
  handle: async ({ ctx, params }) => ({ status: 200 as const, ...(await revokeSecureToken(ctx, params.id)) }),
});

export const { GET, PUT, POST, PATCH, OPTIONS } = otherMethods({ DELETE });
