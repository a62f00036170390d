// Written by `node scripts/list-routes.mjs`. A test compares it with the route files.
import * as apiKeysByIdRotate from "../api-keys/[id]/rotate/route";
import * as apiKeysById from "../api-keys/[id]/route";
import * as apiKeys from "../api-keys/route";
import * as auditCsv from "../audit.csv/route";
import * as audit from "../audit/route";
import * as batchesById from "../batches/[id]/route";
import * as batchesByIdUndo from "../batches/[id]/undo/route";
import * as batches from "../batches/route";
import * as billingAgeingCsv from "../billing/ageing.csv/route";
import * as billingAgeing from "../billing/ageing/route";
import * as billing from "../billing/route";
import * as buyersByIdAccountEntriesCsv from "../buyers/[id]/account/entries.csv/route";
import * as buyersByIdAccountEntries from "../buyers/[id]/account/entries/route";
import * as buyersByIdAccount from "../buyers/[id]/account/route";
import * as buyersByIdAvailability from "../buyers/[id]/availability/route";
import * as buyersByIdBillingProfile from "../buyers/[id]/billing-profile/route";
import * as buyersByIdCapsByCapIdCalls from "../buyers/[id]/caps/[cap_id]/calls/route";
import * as buyersByIdCapsByCapId from "../buyers/[id]/caps/[cap_id]/route";
import * as buyersByIdCaps from "../buyers/[id]/caps/route";
import * as buyersByIdConversionSettingsEvaluate from "../buyers/[id]/conversion-settings/evaluate/route";
import * as buyersByIdConversionSettingsHistory from "../buyers/[id]/conversion-settings/history/route";
import * as buyersByIdConversionSettings from "../buyers/[id]/conversion-settings/route";
import * as buyersByIdConversionSettingsSimulate from "../buyers/[id]/conversion-settings/simulate/route";
import * as buyersByIdDocuments from "../buyers/[id]/documents/route";
import * as buyersById from "../buyers/[id]/route";
import * as buyersByIdWebhookEvents from "../buyers/[id]/webhook/events/route";
import * as buyersByIdWebhook from "../buyers/[id]/webhook/route";
import * as buyersByIdWebhookTry from "../buyers/[id]/webhook/try/route";
import * as buyers from "../buyers/route";
import * as callsByIdAutomatic from "../calls/[id]/automatic/route";
import * as callsByIdBilling from "../calls/[id]/billing/route";
import * as callsByIdChanges from "../calls/[id]/changes/route";
import * as callsByIdEvaluations from "../calls/[id]/evaluations/route";
import * as callsByIdLock from "../calls/[id]/lock/route";
import * as callsById from "../calls/[id]/route";
import * as callsByIdTokens from "../calls/[id]/tokens/route";
import * as callsByIdTranscript from "../calls/[id]/transcript/route";
import * as callsBulk from "../calls/bulk/route";
import * as calls from "../calls/route";
import * as callsSummary from "../calls/summary/route";
import * as changes from "../changes/route";
import * as companyBillingDetails from "../company/billing-details/route";
import * as companyErasure from "../company/erasure/route";
import * as companyLogo from "../company/logo/route";
import * as company from "../company/route";
import * as documentsByNumberAllocations from "../documents/[number]/allocations/route";
import * as documentsByNumberReverse from "../documents/[number]/reverse/route";
import * as documentsByNumber from "../documents/[number]/route";
import * as erasuresPreview from "../erasures/preview/route";
import * as erasures from "../erasures/route";
import * as events from "../events/route";
import * as hooksBuyersByHookKey from "../hooks/buyers/[hook_key]/route";
import * as inboxById from "../inbox/[id]/route";
import * as inboxResolve from "../inbox/resolve/route";
import * as inbox from "../inbox/route";
import * as inboxSummary from "../inbox/summary/route";
import * as intakeByProviderBySourceKey from "../intake/[provider]/[source_key]/route";
import * as integrationsByIdEventsByEventIdReplay from "../integrations/[id]/events/[event_id]/replay/route";
import * as integrationsByIdEventsByEventId from "../integrations/[id]/events/[event_id]/route";
import * as integrationsByIdEvents from "../integrations/[id]/events/route";
import * as integrationsById from "../integrations/[id]/route";
import * as integrationsByIdSecret from "../integrations/[id]/secret/route";
import * as integrationsByIdUrl from "../integrations/[id]/url/route";
import * as integrations from "../integrations/route";
import * as ledgerExport from "../ledger/export/route";
import * as meAuthenticator from "../me/authenticator/route";
import * as mePasskeysById from "../me/passkeys/[id]/route";
import * as mePasskeysOptions from "../me/passkeys/options/route";
import * as mePasskeys from "../me/passkeys/route";
import * as mePassword from "../me/password/route";
import * as meRecoveryCodes from "../me/recovery-codes/route";
import * as meSecondFactors from "../me/second-factors/route";
import * as meSessionsById from "../me/sessions/[id]/route";
import * as meSessions from "../me/sessions/route";
import * as memberLinksByLinkKey from "../member-links/[link_key]/route";
import * as membersByIdLink from "../members/[id]/link/route";
import * as membersById from "../members/[id]/route";
import * as membersByIdSessions from "../members/[id]/sessions/route";
import * as members from "../members/route";
import * as offersByIdConversionSettingsEvaluate from "../offers/[id]/conversion-settings/evaluate/route";
import * as offersByIdConversionSettingsHistory from "../offers/[id]/conversion-settings/history/route";
import * as offersByIdConversionSettings from "../offers/[id]/conversion-settings/route";
import * as offersByIdConversionSettingsSimulate from "../offers/[id]/conversion-settings/simulate/route";
import * as offersById from "../offers/[id]/route";
import * as offers from "../offers/route";
import * as periodsByMonthCalls from "../periods/[month]/calls/route";
import * as periodsByMonthClose from "../periods/[month]/close/route";
import * as periodsByMonthCorrections from "../periods/[month]/corrections/route";
import * as periodsByMonth from "../periods/[month]/route";
import * as periods from "../periods/route";
import * as proof from "../proof/route";
import * as rollupsByNumber from "../rollups/[number]/route";
import * as rollups from "../rollups/route";
import * as secureTokensById from "../secure-tokens/[id]/route";
import * as secureTokens from "../secure-tokens/route";
import * as secureBySecureTokenCallsByUuid from "../secure/[secure_token]/calls/[uuid]/route";
import * as secureBySecureTokenCallsByUuidTokens from "../secure/[secure_token]/calls/[uuid]/tokens/route";
import * as secureBySecureTokenCallsByUuidTranscript from "../secure/[secure_token]/calls/[uuid]/transcript/route";
import * as secureCallsByUuid from "../secure/calls/[uuid]/route";
import * as secureCallsByUuidTokens from "../secure/calls/[uuid]/tokens/route";
import * as secureCallsByUuidTranscript from "../secure/calls/[uuid]/transcript/route";
import * as setup from "../setup/route";
import * as statementsByNumberCsv from "../statements/[number]/csv/route";
import * as statementsByNumberLines from "../statements/[number]/lines/route";
import * as statementsByNumberPdf from "../statements/[number]/pdf/route";
import * as statementsByNumber from "../statements/[number]/route";
import * as statementsIssue from "../statements/issue/route";
import * as statements from "../statements/route";
import * as testCalls from "../test-calls/route";
import * as trafficSourcesByIdAccountEntriesCsv from "../traffic-sources/[id]/account/entries.csv/route";
import * as trafficSourcesByIdAccountEntries from "../traffic-sources/[id]/account/entries/route";
import * as trafficSourcesByIdAccount from "../traffic-sources/[id]/account/route";
import * as trafficSourcesByIdAvailability from "../traffic-sources/[id]/availability/route";
import * as trafficSourcesByIdBillingProfile from "../traffic-sources/[id]/billing-profile/route";
import * as trafficSourcesByIdCapsByCapIdCalls from "../traffic-sources/[id]/caps/[cap_id]/calls/route";
import * as trafficSourcesByIdCapsByCapId from "../traffic-sources/[id]/caps/[cap_id]/route";
import * as trafficSourcesByIdCaps from "../traffic-sources/[id]/caps/route";
import * as trafficSourcesByIdDocuments from "../traffic-sources/[id]/documents/route";
import * as trafficSourcesByIdPayable from "../traffic-sources/[id]/payable/route";
import * as trafficSourcesById from "../traffic-sources/[id]/route";
import * as trafficSources from "../traffic-sources/route";
import * as webhookEndpointsByIdDeliveriesByDeliveryIdResend from "../webhook-endpoints/[id]/deliveries/[delivery_id]/resend/route";
import * as webhookEndpointsByIdDeliveriesByDeliveryId from "../webhook-endpoints/[id]/deliveries/[delivery_id]/route";
import * as webhookEndpointsByIdDeliveries from "../webhook-endpoints/[id]/deliveries/route";
import * as webhookEndpointsByIdResend from "../webhook-endpoints/[id]/resend/route";
import * as webhookEndpointsById from "../webhook-endpoints/[id]/route";
import * as webhookEndpointsByIdTest from "../webhook-endpoints/[id]/test/route";
import * as webhookEndpoints from "../webhook-endpoints/route";

/** Every module that declares a route of the API. */
export const ROUTE_FILES = [
  apiKeysByIdRotate,
  apiKeysById,
  apiKeys,
  auditCsv,
  audit,
  batchesById,
  batchesByIdUndo,
  batches,
  billingAgeingCsv,
  billingAgeing,
  billing,
  buyersByIdAccountEntriesCsv,
  buyersByIdAccountEntries,
  buyersByIdAccount,
  buyersByIdAvailability,
  buyersByIdBillingProfile,
  buyersByIdCapsByCapIdCalls,
  buyersByIdCapsByCapId,
  buyersByIdCaps,
  buyersByIdConversionSettingsEvaluate,
  buyersByIdConversionSettingsHistory,
  buyersByIdConversionSettings,
  buyersByIdConversionSettingsSimulate,
  buyersByIdDocuments,
  buyersById,
  buyersByIdWebhookEvents,
  buyersByIdWebhook,
  buyersByIdWebhookTry,
  buyers,
  callsByIdAutomatic,
  callsByIdBilling,
  callsByIdChanges,
  callsByIdEvaluations,
  callsByIdLock,
  callsById,
  callsByIdTokens,
  callsByIdTranscript,
  callsBulk,
  calls,
  callsSummary,
  changes,
  companyBillingDetails,
  companyErasure,
  companyLogo,
  company,
  documentsByNumberAllocations,
  documentsByNumberReverse,
  documentsByNumber,
  erasuresPreview,
  erasures,
  events,
  hooksBuyersByHookKey,
  inboxById,
  inboxResolve,
  inbox,
  inboxSummary,
  intakeByProviderBySourceKey,
  integrationsByIdEventsByEventIdReplay,
  integrationsByIdEventsByEventId,
  integrationsByIdEvents,
  integrationsById,
  integrationsByIdSecret,
  integrationsByIdUrl,
  integrations,
  ledgerExport,
  meAuthenticator,
  mePasskeysById,
  mePasskeysOptions,
  mePasskeys,
  mePassword,
  meRecoveryCodes,
  meSecondFactors,
  meSessionsById,
  meSessions,
  memberLinksByLinkKey,
  membersByIdLink,
  membersById,
  membersByIdSessions,
  members,
  offersByIdConversionSettingsEvaluate,
  offersByIdConversionSettingsHistory,
  offersByIdConversionSettings,
  offersByIdConversionSettingsSimulate,
  offersById,
  offers,
  periodsByMonthCalls,
  periodsByMonthClose,
  periodsByMonthCorrections,
  periodsByMonth,
  periods,
  proof,
  rollupsByNumber,
  rollups,
  secureTokensById,
  secureTokens,
  secureBySecureTokenCallsByUuid,
  secureBySecureTokenCallsByUuidTokens,
  secureBySecureTokenCallsByUuidTranscript,
  secureCallsByUuid,
  secureCallsByUuidTokens,
  secureCallsByUuidTranscript,
  setup,
  statementsByNumberCsv,
  statementsByNumberLines,
  statementsByNumberPdf,
  statementsByNumber,
  statementsIssue,
  statements,
  testCalls,
  trafficSourcesByIdAccountEntriesCsv,
  trafficSourcesByIdAccountEntries,
  trafficSourcesByIdAccount,
  trafficSourcesByIdAvailability,
  trafficSourcesByIdBillingProfile,
  trafficSourcesByIdCapsByCapIdCalls,
  trafficSourcesByIdCapsByCapId,
  trafficSourcesByIdCaps,
  trafficSourcesByIdDocuments,
  trafficSourcesByIdPayable,
  trafficSourcesById,
  trafficSources,
  webhookEndpointsByIdDeliveriesByDeliveryIdResend,
  webhookEndpointsByIdDeliveriesByDeliveryId,
  webhookEndpointsByIdDeliveries,
  webhookEndpointsByIdResend,
  webhookEndpointsById,
  webhookEndpointsByIdTest,
  webhookEndpoints,
];
