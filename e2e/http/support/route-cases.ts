import type { Ask } from "./ask";
import { bearer } from "./credentials";

/** Values for the variable parts of a path. */
export type Places = { readonly call: string | number; readonly token: string };

/**
 * The most harmful request that a stranger could send to each route. `wall.http.test.ts` fails for a route that is
 * missing here.
 */
export const ROUTE_CASES: Readonly<Record<string, Ask>> = {
  "GET /api/v1/billing": {},
  "GET /api/v1/billing/ageing": {},
  "GET /api/v1/billing/ageing.csv": {},
  "GET /api/v1/buyers": {},
  "POST /api/v1/buyers": { json: { name: "Planted by a stranger" } },
  "GET /api/v1/buyers/{id}/account": {},
  "GET /api/v1/buyers/{id}/account/entries": {},
  "GET /api/v1/buyers/{id}/account/entries.csv": {},
  "GET /api/v1/buyers/{id}/billing-profile": {},
  "PUT /api/v1/buyers/{id}/billing-profile": { json: { version: 0, profile: { net_days: 365 } } },
  "GET /api/v1/buyers/{id}/conversion-settings": {},
  "PUT /api/v1/buyers/{id}/conversion-settings": { json: { version: 0, settings: { active: false } } },
  "GET /api/v1/buyers/{id}/conversion-settings/history": {},
  "POST /api/v1/buyers/{id}/conversion-settings/evaluate": { json: { days: 400 } },
  "POST /api/v1/buyers/{id}/conversion-settings/simulate": { json: { settings: {}, days: 400 } },
  "GET /api/v1/buyers/{id}/documents": {},
  "POST /api/v1/buyers/{id}/documents": { json: { kind: "payment", amount: "66.60" } },
  "GET /api/v1/buyers/{id}/webhook": {},
  "PUT /api/v1/buyers/{id}/webhook": { json: { renew_url: true, new_secret: true } },
  "GET /api/v1/buyers/{id}/webhook/events": {},
  "POST /api/v1/buyers/{id}/webhook/try": { json: { body: '{"converted":true}' } },
  "GET /api/v1/buyers/{id}/availability": {},
  "GET /api/v1/buyers/{id}/caps": {},
  "POST /api/v1/buyers/{id}/caps": { json: { measure: "conversions", span: "day", limit: "0" } },
  "PUT /api/v1/buyers/{id}/caps/{cap_id}": { json: { measure: "conversions", span: "day", limit: "0" } },
  "DELETE /api/v1/buyers/{id}/caps/{cap_id}": {},
  "GET /api/v1/buyers/{id}/caps/{cap_id}/calls": {},
  "GET /api/v1/traffic-sources/{id}/availability": {},
  "GET /api/v1/traffic-sources/{id}/caps": {},
  "POST /api/v1/traffic-sources/{id}/caps": { json: { measure: "conversions", span: "day", limit: "0" } },
  "PUT /api/v1/traffic-sources/{id}/caps/{cap_id}": { json: { measure: "conversions", span: "day", limit: "0" } },
  "DELETE /api/v1/traffic-sources/{id}/caps/{cap_id}": {},
  "GET /api/v1/traffic-sources/{id}/caps/{cap_id}/calls": {},
  "GET /api/v1/calls": {},
  "POST /api/v1/calls/bulk": { json: { updates: [{ id: 1, buyer_converted: true }] } },
  "POST /api/v1/calls": { json: { external_id: "of-a-stranger" } },
  "GET /api/v1/calls/{id}": {},
  "PUT /api/v1/calls/{id}": { query: { buyer_converted: "true", revenue: "66.60" } },
  "POST /api/v1/calls/{id}": { form: { offer_converted: "true", payout: "66.60", "tokens[planted]": "yes" } },
  "POST /api/v1/calls/{id}/automatic": { json: { side: "buyer" } },
  "GET /api/v1/calls/{id}/billing": {},
  "GET /api/v1/calls/{id}/changes": {},
  "GET /api/v1/calls/{id}/evaluations": {},
  "POST /api/v1/calls/{id}/lock": { json: { side: "offer", locked: true } },
  "POST /api/v1/calls/{id}/tokens": { form: { "tokens[planted]": "yes" } },
  "GET /api/v1/calls/{id}/transcript": {},
  "POST /api/v1/calls/{id}/transcript": { json: { speaker: "customer", text: "Planted.", at_seconds: 1 } },
  "GET /api/v1/company/billing-details": {},
  "PUT /api/v1/company/billing-details": { json: { legal_name: "Planted by a stranger" } },
  "GET /api/v1/documents/{number}": {},
  "POST /api/v1/documents/{number}/allocations": { json: { allocations: [] } },
  "POST /api/v1/documents/{number}/reverse": { json: { reason: "By a stranger." } },
  "PUT /api/v1/company/erasure": { json: { erase_after_days: 1 } },
  "GET /api/v1/erasures": {},
  "POST /api/v1/erasures": { json: { caller: "+15550142" } },
  "POST /api/v1/erasures/preview": { json: { caller: "+15550142" } },
  "GET /api/v1/inbox": {},
  "GET /api/v1/inbox/{id}": {},
  "POST /api/v1/inbox/resolve": { json: { action: "accept", ids: [1, 2, 3] } },
  "GET /api/v1/inbox/summary": {},
  "GET /api/v1/ledger/export": { query: { format: "csv" } },
  "GET /api/v1/offers": {},
  "POST /api/v1/offers": { json: { name: "Planted by a stranger" } },
  "GET /api/v1/offers/{id}/conversion-settings": {},
  "PUT /api/v1/offers/{id}/conversion-settings": { json: { version: 0, settings: { active: false } } },
  "GET /api/v1/offers/{id}/conversion-settings/history": {},
  "POST /api/v1/offers/{id}/conversion-settings/evaluate": { json: { days: 400 } },
  "POST /api/v1/offers/{id}/conversion-settings/simulate": { json: { settings: {}, days: 400 } },
  "GET /api/v1/periods": {},
  "GET /api/v1/periods/{month}": {},
  "POST /api/v1/periods/{month}/close": {},
  "GET /api/v1/periods/{month}/calls": {},
  "GET /api/v1/periods/{month}/corrections": {},
  "GET /api/v1/proof": {},
  "POST /api/v1/proof": {},
  "GET /api/v1/rollups": {},
  "POST /api/v1/rollups": {},
  "GET /api/v1/rollups/{number}": {},
  "PUT /api/v1/secure/calls/{uuid}": { query: { buyer_converted: "true", revenue: "66.60" } },
  "POST /api/v1/secure/calls/{uuid}": { json: { offer_converted: true, tokens: { planted: "yes" } } },
  "POST /api/v1/secure/calls/{uuid}/tokens": { query: { "tokens[planted]": "yes" } },
  "POST /api/v1/secure/calls/{uuid}/transcript": { form: { speaker: "customer", text: "Planted.", at_seconds: "1" } },
  "PUT /api/v1/secure/{secure_token}/calls/{uuid}": { query: { buyer_converted: "true", revenue: "66.60" } },
  "POST /api/v1/secure/{secure_token}/calls/{uuid}": { json: { offer_converted: true, tokens: { planted: "yes" } } },
  "POST /api/v1/secure/{secure_token}/calls/{uuid}/tokens": { query: { "tokens[planted]": "yes" } },
  "POST /api/v1/secure/{secure_token}/calls/{uuid}/transcript": {
    form: { speaker: "customer", text: "Planted.", at_seconds: "1" },
  },
  "GET /api/v1/integrations": {},
  "POST /api/v1/integrations": { json: { provider: "vapi", name: "Planted by a stranger", offer_id: 1 } },
  "GET /api/v1/integrations/{id}": {},
  "PUT /api/v1/integrations/{id}": { json: { paused: true } },
  "POST /api/v1/integrations/{id}/url": {},
  "GET /api/v1/integrations/{id}/events": {},
  "GET /api/v1/integrations/{id}/events/{event_id}": {},
  "POST /api/v1/integrations/{id}/events/{event_id}/replay": {},
  "POST /api/v1/integrations/{id}/secret": { json: { secret: "planted by a stranger", at_once: true } },
  "GET /api/v1/statements": {},
  "GET /api/v1/statements/{number}": {},
  "GET /api/v1/statements/{number}/csv": {},
  "GET /api/v1/statements/{number}/lines": {},
  "GET /api/v1/statements/{number}/pdf": {},
  "POST /api/v1/statements/issue": { json: { preview: true } },
  "GET /api/v1/traffic-sources": {},
  "GET /api/v1/traffic-sources/{id}/billing-profile": {},
  "PUT /api/v1/traffic-sources/{id}/billing-profile": { json: { version: 0, profile: { net_days: 365 } } },
  "GET /api/v1/traffic-sources/{id}/account": {},
  "GET /api/v1/traffic-sources/{id}/account/entries": {},
  "GET /api/v1/traffic-sources/{id}/account/entries.csv": {},
  "GET /api/v1/traffic-sources/{id}/documents": {},
  "POST /api/v1/traffic-sources/{id}/documents": { json: { kind: "payment", amount: "66.60" } },
  "GET /api/v1/traffic-sources/{id}/payable": {},
  "POST /api/v1/traffic-sources": { json: { name: "Planted by a stranger" } },
};

/** Routes that are not built yet; the reference leaves them out. */
export const NOT_YET_ROUTES = ["POST /api/v1/calls/bulk"];

/** Public routes and their answers. */
export const OPEN_ROUTES: Readonly<Record<string, number>> = {
  "POST /api/v1/intake/{provider}/{source_key}": 404,
  "GET /api/v1/openapi.json": 200,
  "POST /api/v1/hooks/buyers/{hook_key}": 404,
  "GET /api/v1/{rest}": 404,
  "POST /api/v1/{rest}": 404,
  "PUT /api/v1/{rest}": 404,
  "PATCH /api/v1/{rest}": 404,
  "DELETE /api/v1/{rest}": 404,
};

/** Routes of next-auth; tested in sessions.http.test.ts. */
export const SIGN_IN_ROUTES = ["GET /api/auth/{nextauth}", "POST /api/auth/{nextauth}"];

export function addressOf(path: string, { call, token }: Places): string {
  return path
    .replace(/\{(id|uuid)\}/, String(call))
    .replace("{secure_token}", token)
    .replace("{event_id}", "1")
    .replace("{cap_id}", "1")
    .replace("{month}", "2026-10")
    .replace("{number}", "1")
    .replace("{rest}", "nothing/here");
}

/** Headers with the secure token, for routes that don't have it in the path. */
export function tokenHeaders(path: string, token: string): Readonly<Record<string, string>> {
  return path.includes("{secure_token}") ? {} : bearer(token);
}
