import { INTEGRATION, SETTINGS } from "@/app/api/v1/_docs/integrations";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { NewSecret, RenewedSecret } from "@/lib/inbound/contract/integration";
import { rotateSecret } from "@/lib/inbound/update-integration";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  name: "rotateIntegrationSecret",
  policy: KEY_OR_SESSION,
  path: "/integrations/{id}/secret",
  params: { id: numberOf("integration", 4) },
  input: NewSecret,
  output: RenewedSecret,
  statuses: [200, 404],
  docs: {
    section: "Integrations",
    title: "Rotate an integration's secret",
    about: [
      "If the provider issues the secret, send it. Otherwise a secret is created and shown only in this response. The previous secret stays valid for 24 hours, so that no event is lost, unless you set `at_once`.",
      SETTINGS,
    ],
    example: { send: { secret: "NEW_AUTH_TOKEN" }, answer: { status: 200, integration: INTEGRATION, secret: null } },
  },
  handle: async ({ ctx, params, input }) => ({
    status: 200 as const,
    ...(await rotateSecret(ctx, params.id, input)),
  }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
