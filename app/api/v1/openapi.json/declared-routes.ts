import { z } from "zod";
import type { DeclaredRoute } from "@/lib/api/reference/declared-route";
import * as ageing from "../billing/ageing/route";
import * as ageingFile from "../billing/ageing.csv/route";
import * as billingHome from "../billing/route";
import * as buyerEntries from "../buyers/[id]/account/entries/route";
import * as buyerEntriesFile from "../buyers/[id]/account/entries.csv/route";
import * as buyerAccount from "../buyers/[id]/account/route";
import * as buyerAvailability from "../buyers/[id]/availability/route";
import * as buyerTerms from "../buyers/[id]/billing-profile/route";
import * as buyerCapCalls from "../buyers/[id]/caps/[cap_id]/calls/route";
import * as buyerCap from "../buyers/[id]/caps/[cap_id]/route";
import * as buyerCaps from "../buyers/[id]/caps/route";
import * as evaluateBuyer from "../buyers/[id]/conversion-settings/evaluate/route";
import * as buyerSettingsHistory from "../buyers/[id]/conversion-settings/history/route";
import * as buyerSettings from "../buyers/[id]/conversion-settings/route";
import * as simulateBuyer from "../buyers/[id]/conversion-settings/simulate/route";
import * as buyerDocuments from "../buyers/[id]/documents/route";
import * as webhookEvents from "../buyers/[id]/webhook/events/route";
import * as buyerWebhook from "../buyers/[id]/webhook/route";
import * as tryWebhook from "../buyers/[id]/webhook/try/route";
import * as buyers from "../buyers/route";
import * as automatic from "../calls/[id]/automatic/route";
import * as billing from "../calls/[id]/billing/route";
import * as changes from "../calls/[id]/changes/route";
import * as evaluations from "../calls/[id]/evaluations/route";
import * as lock from "../calls/[id]/lock/route";
import * as call from "../calls/[id]/route";
import * as tokens from "../calls/[id]/tokens/route";
import * as transcript from "../calls/[id]/transcript/route";
import * as calls from "../calls/route";
import * as companyDetails from "../company/billing-details/route";
import * as companyErasure from "../company/erasure/route";
import * as allocations from "../documents/[number]/allocations/route";
import * as reverseDocument from "../documents/[number]/reverse/route";
import * as document from "../documents/[number]/route";
import * as erasurePreview from "../erasures/preview/route";
import * as erasures from "../erasures/route";
import * as webhook from "../hooks/buyers/[hook_key]/route";
import * as inboxItem from "../inbox/[id]/route";
import * as resolveInboxItems from "../inbox/resolve/route";
import * as inbox from "../inbox/route";
import * as inboxSummary from "../inbox/summary/route";
import * as intake from "../intake/[provider]/[source_key]/route";
import * as replayEvent from "../integrations/[id]/events/[event_id]/replay/route";
import * as sourceEvent from "../integrations/[id]/events/[event_id]/route";
import * as sourceEvents from "../integrations/[id]/events/route";
import * as source from "../integrations/[id]/route";
import * as integrationSecret from "../integrations/[id]/secret/route";
import * as sourceAddress from "../integrations/[id]/url/route";
import * as sources from "../integrations/route";
import * as ledgerExport from "../ledger/export/route";
import * as evaluateOffer from "../offers/[id]/conversion-settings/evaluate/route";
import * as offerSettingsHistory from "../offers/[id]/conversion-settings/history/route";
import * as offerSettings from "../offers/[id]/conversion-settings/route";
import * as simulateOffer from "../offers/[id]/conversion-settings/simulate/route";
import * as offers from "../offers/route";
import * as periodCalls from "../periods/[month]/calls/route";
import * as closePeriod from "../periods/[month]/close/route";
import * as corrections from "../periods/[month]/corrections/route";
import * as period from "../periods/[month]/route";
import * as periods from "../periods/route";
import * as proof from "../proof/route";
import * as rollup from "../rollups/[number]/route";
import * as rollups from "../rollups/route";
import * as tokenInPath from "../secure/[secure_token]/calls/[uuid]/route";
import * as tokensByPath from "../secure/[secure_token]/calls/[uuid]/tokens/route";
import * as transcriptByPath from "../secure/[secure_token]/calls/[uuid]/transcript/route";
import * as tokenInHeader from "../secure/calls/[uuid]/route";
import * as tokensByHeader from "../secure/calls/[uuid]/tokens/route";
import * as transcriptByHeader from "../secure/calls/[uuid]/transcript/route";
import * as statementFile from "../statements/[number]/csv/route";
import * as statementLines from "../statements/[number]/lines/route";
import * as statementPdf from "../statements/[number]/pdf/route";
import * as statement from "../statements/[number]/route";
import * as issueStatements from "../statements/issue/route";
import * as statements from "../statements/route";
import * as sourceEntries from "../traffic-sources/[id]/account/entries/route";
import * as sourceEntriesFile from "../traffic-sources/[id]/account/entries.csv/route";
import * as sourceAccount from "../traffic-sources/[id]/account/route";
import * as sourceAvailability from "../traffic-sources/[id]/availability/route";
import * as sourceTerms from "../traffic-sources/[id]/billing-profile/route";
import * as sourceCapCalls from "../traffic-sources/[id]/caps/[cap_id]/calls/route";
import * as sourceCap from "../traffic-sources/[id]/caps/[cap_id]/route";
import * as sourceCaps from "../traffic-sources/[id]/caps/route";
import * as sourceDocuments from "../traffic-sources/[id]/documents/route";
import * as payable from "../traffic-sources/[id]/payable/route";
import * as trafficSources from "../traffic-sources/route";

export const ITSELF: DeclaredRoute = {
  method: "GET",
  declaration: {
    path: "/openapi.json",
    summary: "This reference as data",
    doors: [],
    input: z.strictObject({}),
    output: z.looseObject({ openapi: z.literal("3.1.0").meta({ description: "The version of OpenAPI." }) }),
  },
};

/** In the order of the reference: what most readers come for stands first. A test holds the list against the route tree. */
const MODULES = [
  tokenInPath,
  tokenInHeader,
  webhook,
  call,
  automatic,
  lock,
  calls,
  tokens,
  transcript,
  tokensByPath,
  tokensByHeader,
  transcriptByPath,
  transcriptByHeader,
  changes,
  evaluations,
  billing,
  intake,
  sources,
  source,
  integrationSecret,
  sourceAddress,
  sourceEvents,
  sourceEvent,
  replayEvent,
  inbox,
  inboxSummary,
  inboxItem,
  resolveInboxItems,
  billingHome,
  buyerAccount,
  buyerEntries,
  buyerEntriesFile,
  sourceAccount,
  sourceEntries,
  sourceEntriesFile,
  ageing,
  ageingFile,
  buyerDocuments,
  sourceDocuments,
  payable,
  document,
  allocations,
  reverseDocument,
  rollups,
  proof,
  ledgerExport,
  erasures,
  erasurePreview,
  companyErasure,
  periods,
  period,
  closePeriod,
  periodCalls,
  corrections,
  rollup,
  statements,
  statement,
  statementLines,
  statementFile,
  statementPdf,
  issueStatements,
  buyerTerms,
  sourceTerms,
  companyDetails,
  buyerAvailability,
  sourceAvailability,
  buyerCaps,
  buyerCap,
  buyerCapCalls,
  sourceCaps,
  sourceCap,
  sourceCapCalls,
  buyers,
  buyerSettings,
  buyerSettingsHistory,
  simulateBuyer,
  evaluateBuyer,
  buyerWebhook,
  webhookEvents,
  tryWebhook,
  offers,
  offerSettings,
  offerSettingsHistory,
  simulateOffer,
  evaluateOffer,
  trafficSources,
];

const putFirst = (one: DeclaredRoute, other: DeclaredRoute) =>
  Number(other.method === "PUT") - Number(one.method === "PUT");

export const declaredRoutes: readonly DeclaredRoute[] = [
  ...MODULES.flatMap((module) =>
    Object.entries(module)
      .flatMap(([method, exported]): DeclaredRoute[] =>
        typeof exported !== "string" && "declaration" in exported
          ? [{ method, declaration: exported.declaration }]
          : [],
      )
      .sort(putFirst),
  ),
  ITSELF,
];
