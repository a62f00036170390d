import { getCompanySettings, updateCompanySettings } from "@/lib/access/company-settings";
import { CompanyAnswer, CompanyUpdate } from "@/lib/access/contract/company";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";

const COMPANY = {
  id: 1,
  name: "Acme Home Services",
  currency: "USD",
  currency_is_fixed: true,
  time_zone: "America/Denver",
  rollup_every_minutes: 1,
  second_factor_required: false,
  checklist_dismissed: false,
  token_offer_side: true,
  deltas_without_key: false,
};

export const GET = route({
  name: "getCompany",
  policy: KEY_OR_SESSION,
  path: "/company",
  output: CompanyAnswer,
  statuses: [200],
  docs: {
    section: "Company",
    title: "Retrieve the company",
    about: ["Returns the name, currency, and time zone of the company. Requires the permission `settings: read`."],
    example: { answer: { status: 200, company: COMPANY } },
  },
  handle: async ({ ctx }) => ({ status: 200 as const, company: await getCompanySettings(ctx) }),
});

export const PUT = route({
  name: "updateCompany",
  policy: KEY_OR_SESSION,
  path: "/company",
  input: CompanyUpdate,
  output: CompanyAnswer,
  statuses: [200],
  docs: {
    section: "Company",
    title: "Update the company",
    about: [
      "Omitted fields keep their values. Another time zone applies from now on to days, months, statement cycles, and caps; posted entries keep their day, and the change is sealed in the ledger. The currency can be changed until the first buyer, offer, or traffic source is added. Requires the permission `settings: update`.",
    ],
    example: { send: { time_zone: "America/Denver" }, answer: { status: 200, company: COMPANY } },
  },
  handle: async ({ ctx, input }) => ({ status: 200 as const, company: await updateCompanySettings(ctx, input) }),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
