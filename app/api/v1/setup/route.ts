import { SetupAnswer, SetupRequest } from "@/lib/access/contract/company";
import { setUp } from "@/lib/access/set-up";
import { deliveryRoute } from "@/lib/api/delivery-route";
import { SETUP } from "@/lib/api/policies";
import { CLIENT_ADDRESS } from "@/lib/platform/config/client-address";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { assertOwnOrigin } from "@/lib/platform/http/own-origin";
import { readParameters } from "@/lib/platform/http/read-parameters";
import { receive } from "@/lib/platform/http/receive";

export const POST = deliveryRoute({
  name: "setUp",
  policy: SETUP,
  path: "/setup",
  input: SetupRequest,
  output: SetupAnswer,
  statuses: [201, 403, 404],
  docs: {
    section: "Company",
    title: "Set up an installation",
    about: [
      "Creates the first company of an installation and its owner, who can then sign in. The server prints the setup code when it starts without a company. Once there is a company, this URL returns 404.",
    ],
    example: {
      send: {
        code: "7KQM-2WXF-9RTD-HJ4C-M8PV-Z3NB",
        name: "Acme Home Services",
        currency: "USD",
        time_zone: "America/Denver",
        owner_name: "Ana Ruiz",
        owner_email: "ana@acme.test",
        owner_password: "correct horse battery",
      },
      answer: { status: 201, company: { id: 1, name: "Acme Home Services" } },
    },
  },
  handle: async ({ request }) => {
    assertOwnOrigin(request);
    // In the body only: addresses are kept in logs.
    const { query, ...body } = await receive(request, SETUP.kibibytesAtMost);
    const parameters = await readParameters({ ...body, query: "" });
    const { id, name } = await setUp(parameters, request.headers.get(CLIENT_ADDRESS));
    return { status: 201 as const, company: { id, name } };
  },
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
