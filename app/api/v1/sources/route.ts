import { MAKER, SETTINGS, SOURCE, URL_ONCE } from "@/app/api/v1/_docs/integrations";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { CreatedSource, NewSource, SourceList } from "@/lib/inbound/contract/integration";
import { createIntegration } from "@/lib/inbound/create-integration";
import { listIntegrations } from "@/lib/inbound/read-integration";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "listIntegrations",
  policy: KEY_OR_SESSION,
  path: "/sources",
  output: SourceList,
  statuses: [200],
  docs: {
    section: "Integrations",
    title: "List the sources of calls",
    about: ["All of them by name, and what is to know of the makers. Secrets and addresses are never answered again."],
    example: { answer: { status: 200, sources: [SOURCE], makers: [MAKER] } },
  },
  handle: async ({ ctx }) => ({ status: 200 as const, ...(await listIntegrations(ctx)) }),
});

export const POST = route({
  name: "createIntegration",
  policy: KEY_OR_SESSION,
  path: "/sources",
  input: NewSource,
  output: CreatedSource,
  statuses: [201],
  docs: {
    section: "Integrations",
    title: "Add a source of calls: an address at which a phone system or voice agent posts",
    about: [
      "The answer holds the address to paste at the maker, and the secret where it is made here: both are shown this once. Where the maker issues the secret, send it.",
      "New calls get the offer, the traffic source and the buyer of their source.",
      SETTINGS,
    ],
    example: {
      send: { provider: "twilio", name: "Main line", offer_id: 3, traffic_source_id: 9, secret: "AUTH_TOKEN" },
      answer: { status: 201, source: SOURCE, url: URL_ONCE, secret: null },
    },
  },
  handle: async ({ ctx, input }) => ({ status: 201 as const, ...(await createIntegration(ctx, input)) }),
  location: ({ source }) => `/api/v1/sources/${source.id}`,
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
