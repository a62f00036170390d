import { ACCOUNTS_GUIDE } from "./accounts-guide";
import { CAPS_GUIDE } from "./caps-guide";
import { DOCUMENTS_GUIDE } from "./documents-guide";
import { FACTS_GUIDE } from "./facts-guide";
import { INBOX_GUIDE } from "./inbox-guide";
import { INTEGRATIONS_GUIDE } from "./integrations-guide";
import { PERIODS_GUIDE } from "./periods-guide";
import { PROOF_GUIDE } from "./proof-guide";
import type { RouteGuide } from "./route-guide";
import {
  SAMPLE_BILLING,
  SAMPLE_CALL,
  SAMPLE_CALL_OF_BUYER,
  SAMPLE_CHANGE,
  SAMPLE_LOCKED_CALL,
  SAMPLE_NEW_CALL,
  SAMPLE_ROLLUP,
  SAMPLE_TOKEN_CHANGE,
  SAMPLE_UNDECIDED_CALL,
} from "./samples";
import { SETTINGS_GUIDE } from "./settings-guide";
import { STATEMENTS_GUIDE } from "./statements-guide";

const FORGIVING =
  "Made for senders that never read answers: a name that is not known is ignored and listed in `ignored`, an empty value counts as absent, and a post that has to be refused waits in the company's inbox for a person. The call is addressed by its uuid alone; a number is 404.";

/** By method and path. A method of the same declaration that is not here has the guide of the other. */
export const ROUTE_GUIDE: Readonly<Record<string, RouteGuide>> = {
  "PUT /secure/{secure_token}/calls/{uuid}": {
    section: "Conversions",
    about: ["For a buyer's system, which knows the company's secure token and nothing else.", FORGIVING],
    send: "buyer_converted=true&revenue=10",
    answer: { status: 200, changed: true, call: SAMPLE_CALL_OF_BUYER },
  },
  "PUT /secure/calls/{uuid}": {
    section: "Conversions",
    about: [
      "The same with the token in the `Authorization` header. Prefer it where your system can set a header: an address can end up in somebody's access log.",
      FORGIVING,
    ],
    send: "buyer_converted=true&revenue=10",
    answer: { status: 200, changed: true, call: SAMPLE_CALL_OF_BUYER, ignored: ["utm_source"] },
  },
  "PUT /calls/{id}": {
    section: "Conversions",
    about: [
      "What is absent stays as it is. The two sides are independent: to name one never touches the other, unless the offer is set to convert when the buyer converts.",
      "`buyer_converted=true` needs a buyer and `offer_converted=true` a traffic source: the call's own, or one that the request names. Without a stated amount the terms in force when the call started decide. Each field takes its own permission: `call.buyer_converted`, `call.offer_converted`, `call.revenue`, `call.payout`, `call.tokens`; a request with one field too many is refused as a whole.",
      "To take a conversion back, send false. To repeat a statement safely, send the same `event_id`. To save only over what you have seen, send its `version`.",
    ],
    send: "buyer_converted=true&revenue=10",
    answer: { status: 200, changed: true, call: SAMPLE_CALL },
  },
  "POST /calls/{id}/automatic": {
    section: "Conversions",
    about: [
      "Withdraws what was said about this side and its lock, and decides as if none had been: it may un-convert. A stated amount goes with it where you may change amounts.",
    ],
    send: { side: "buyer" },
    answer: { status: 200, changed: true, call: SAMPLE_UNDECIDED_CALL },
  },
  "POST /calls/{id}/lock": {
    section: "Conversions",
    about: [
      "While a side is locked, what keys, tokens and webhooks say about it waits in the inbox. They are answered 200 with `held: true`.",
    ],
    send: { side: "buyer", locked: true },
    answer: { status: 200, changed: true, call: SAMPLE_LOCKED_CALL },
  },
  "POST /calls": {
    section: "Calls",
    about: [
      "A new call needs an `offer_id`. It is answered with 201 and its address in `Location`. The same `external_id` again is the same call and is answered with 200: what was empty is filled, and what stands is left alone.",
    ],
    send: {
      external_id: "CA-7781",
      caller: "+15550100",
      offer_id: 3,
      traffic_source_id: 9,
      buyer_id: 7,
      duration_seconds: 184,
      connected_seconds: 171,
      tokens: { zip: "80202" },
    },
    answer: { status: 201, call: SAMPLE_NEW_CALL },
  },
  "GET /calls": {
    section: "Calls",
    about: ["Read on with `cursor` until `next_cursor` is null. A page stays what it is while new calls come in."],
    send: "q=5550100&per_page=20",
    answer: { status: 200, calls: [SAMPLE_CALL], metadata: { next_cursor: null } },
  },
  "GET /calls/{id}": {
    section: "Calls",
    about: ["Fields that your key may not read are absent, not empty."],
    answer: { status: 200, call: SAMPLE_CALL },
  },
  "GET /calls/{id}/changes": {
    section: "Calls",
    about: [
      "Every save stays in it for good. Of each, only what it altered is shown. Where facts or a rule made it, it names the rule and the evaluation: see `GET /calls/{id}/evaluations`.",
      "Tokens take the permission `call.details: read`, and one that a rule uses as an amount that of the amount as well.",
    ],
    answer: { status: 200, changes: [SAMPLE_CHANGE], token_changes: [SAMPLE_TOKEN_CHANGE] },
  },
  ...FACTS_GUIDE,
  ...INTEGRATIONS_GUIDE,
  ...SETTINGS_GUIDE,
  ...INBOX_GUIDE,
  ...PERIODS_GUIDE,
  "GET /calls/{id}/billing": {
    section: "Billing",
    about: [
      "A conversion is pending until the next rollup posts it. An entry is never edited: what is taken back is offset by an entry of its own, which names the one it offsets. Amounts take the permission `billing: read` beside that of the field.",
    ],
    answer: { status: 200, billing: SAMPLE_BILLING },
  },
  ...STATEMENTS_GUIDE,
  "POST /rollups": {
    section: "Billing",
    about: ["Rollups run by themselves, too. Running one twice or at the same time posts nothing twice."],
    answer: { status: 200, changes: 3, entries: 5 },
  },
  "GET /rollups": {
    section: "Billing",
    about: [
      "Each is sealed: its digest covers its entries and the digest of the one before. `kind` and `day` narrow each other.",
    ],
    send: "kind=calls&per_page=20",
    answer: { status: 200, rollups: [SAMPLE_ROLLUP], metadata: { next_cursor: null } },
  },
  ...ACCOUNTS_GUIDE,
  ...CAPS_GUIDE,
  ...DOCUMENTS_GUIDE,
  ...PROOF_GUIDE,
  "GET /buyers": {
    section: "Parties",
    about: ["Numbers for `buyer_id`."],
    send: "q=bright",
    answer: { status: 200, buyers: [SAMPLE_CALL.buyer] },
  },
  "GET /traffic-sources": {
    section: "Parties",
    about: ["Numbers for `traffic_source_id`."],
    send: "q=sunrise",
    answer: { status: 200, traffic_sources: [SAMPLE_CALL.traffic_source] },
  },
  "GET /openapi.json": {
    section: "Reference",
    about: ["An OpenAPI 3.1 document, for whoever generates clients. It needs no credential."],
    answer: { openapi: "3.1.0", info: { title: "Callmark API", version: "1" } },
  },
};
