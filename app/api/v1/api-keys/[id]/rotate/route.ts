import { API_KEY, KEYS } from "@/app/api/v1/_docs/credentials";
import { rotateApiKey } from "@/lib/access/api-keys";
import { RotateApiKey, RotatedApiKey } from "@/lib/access/contract/credential";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  name: "rotateApiKey",
  policy: KEY_OR_SESSION,
  path: "/api-keys/{id}/rotate",
  params: { id: numberOf("API key", 4) },
  input: RotateApiKey,
  output: RotatedApiKey,
  statuses: [200, 404, 409],
  docs: {
    section: "Credentials",
    title: "Rotate an API key",
    about: [
      "Answers a new secret, shown only this once. The old secret works for another 24 hours, so that no request fails while you replace it, unless you send `at_once`.",
      KEYS,
    ],
    example: {
      answer: {
        status: 200,
        api_key: { ...API_KEY, previous_valid_until: "2026-11-25T08:00:00.000Z" },
        secret: "cmk_…",
      },
    },
  },
  handle: async ({ ctx, params, input }) => ({ status: 200 as const, ...(await rotateApiKey(ctx, params.id, input)) }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
