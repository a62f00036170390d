import { INTEGRATION, SETTINGS, URL_ONCE } from "@/app/api/v1/_docs/integrations";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { RenewedUrl } from "@/lib/inbound/contract/integration";
import { renewUrl } from "@/lib/inbound/update-integration";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  name: "renewIntegrationUrl",
  policy: KEY_OR_SESSION,
  path: "/integrations/{id}/url",
  params: { id: numberOf("integration", 4) },
  output: RenewedUrl,
  statuses: [200, 404],
  docs: {
    section: "Integrations",
    title: "Renew an integration's URL",
    about: [
      "Returns a new URL, shown only in this response. The previous URL returns 404 from now on, so update the provider right away.",
      SETTINGS,
    ],
    example: { answer: { status: 200, integration: INTEGRATION, url: URL_ONCE } },
  },
  handle: async ({ ctx, params }) => ({ status: 200 as const, ...(await renewUrl(ctx, params.id)) }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
