import type { RouteGuide } from "./route-guide";
import { SAMPLE_CALL, SAMPLE_CALL_OF_BUYER } from "./samples";

const CONVERTED = {
  ...SAMPLE_CALL,
  buyer_decision: {
    ...SAMPLE_CALL.buyer_decision,
    mechanism: "rule",
    explicit: false,
    rule: { id: 2, name: "Appointment booked" },
    by: { type: "system", name: "Callmark" },
  },
};
const CONVERTED_OF_BUYER = { ...SAMPLE_CALL_OF_BUYER, buyer_decision: CONVERTED.buyer_decision };
const SEGMENTS = [
  { speaker: "agent", text: "Shall I book it?", at_seconds: 70.2 },
  { speaker: "customer", text: "Yes, book it for Tuesday.", at_seconds: 72.5 },
];

const TOKENS =
  "Tokens are named facts: those that are sent are set, the others stay. The call is decided anew by all that is known of it then, in the order of the rules and not in that in which facts arrive; what somebody said explicitly, or locked, stands.";
const TRANSCRIPT =
  "One segment by its fields, or up to 500 in `segments`, as often as you like and in any order: a segment that is known already adds nothing. The call is decided anew by what was said. A call holds up to 100,000 characters.";
const FORGIVING =
  "A name that is not known is ignored and listed in `ignored`, and a post that has to be refused waits in the company's inbox. The call is addressed by its uuid alone.";
const ONE_SEGMENT = { speaker: "customer", text: "Yes, book it for Tuesday.", at_seconds: 72.5 };

/** Routes by which facts about a call arrive, and what they led to. */
export const FACTS_GUIDE: Readonly<Record<string, RouteGuide>> = {
  "POST /calls/{id}/tokens": {
    section: "Calls",
    about: [
      TOKENS,
      "It takes the permission `call.tokens: update`; a token that a rule uses as an amount takes that of the amount as well.",
    ],
    send: { tokens: { appointment_booked: "true" } },
    answer: {
      status: 200,
      changed: true,
      call: { ...CONVERTED, tokens: { zip: "80202", appointment_booked: "true" } },
    },
  },
  "POST /calls/{id}/transcript": {
    section: "Calls",
    about: [TRANSCRIPT, "It takes the permission `call.tokens: update`, as tokens do."],
    send: { segments: SEGMENTS },
    answer: { status: 200, changed: true, call: CONVERTED },
  },
  "GET /calls/{id}/transcript": {
    section: "Calls",
    about: ["It takes the permission `call.details: read`."],
    answer: { status: 200, segments: SEGMENTS },
  },
  "GET /calls/{id}/evaluations": {
    section: "Calls",
    about: [
      "Every time that facts arrive, each side is judged by the settings in force when the call started: every mechanism and rule is asked, and the first that holds converts. What each saw and wanted is kept. An explicit statement or a lock stands over it: see the call's own decisions.",
      "What was seen of tokens, and words of the transcript, take the permission `call.details: read`; a side takes that of its flag. Of a token that a rule uses as an amount, what was wanted and seen takes the permission of the amount as well.",
    ],
    answer: {
      status: 200,
      sides: [
        { side: "buyer", settings: { type: "buyer", id: 7, version: 3 } },
        { side: "offer", settings: null },
      ],
      evaluations: [
        {
          side: "buyer",
          number: 1,
          evaluated_at: "2026-11-23T10:46:00.000Z",
          settings: { type: "buyer", id: 7, version: 3 },
          converting: 1,
          steps: [
            {
              mechanism: "rule",
              name: "Long call",
              rule_id: 1,
              on: true,
              holds: false,
              clauses: [{ subject: "connected seconds", wanted: "≥ 180", seen: "171", holds: false }],
              proof: null,
            },
            {
              mechanism: "rule",
              name: "Booked",
              rule_id: 2,
              on: true,
              holds: true,
              clauses: [{ subject: "appointment_booked", wanted: "= true", seen: "true", holds: true }],
              proof: null,
            },
            {
              mechanism: "duration",
              name: "Duration",
              rule_id: null,
              on: false,
              holds: false,
              clauses: [],
              proof: null,
            },
          ],
        },
      ],
    },
  },
  "POST /secure/{secure_token}/calls/{uuid}/tokens": {
    section: "Calls",
    about: [TOKENS, FORGIVING],
    send: { tokens: { appointment_booked: "true" } },
    answer: { status: 200, changed: true, call: CONVERTED_OF_BUYER },
  },
  "POST /secure/calls/{uuid}/tokens": {
    section: "Calls",
    about: [TOKENS, FORGIVING],
    send: { tokens: { appointment_booked: "true" } },
    answer: { status: 200, changed: true, call: CONVERTED_OF_BUYER },
  },
  "POST /secure/{secure_token}/calls/{uuid}/transcript": {
    section: "Calls",
    about: [TRANSCRIPT, FORGIVING],
    send: ONE_SEGMENT,
    answer: { status: 200, changed: true, call: CONVERTED_OF_BUYER },
  },
  "POST /secure/calls/{uuid}/transcript": {
    section: "Calls",
    about: [TRANSCRIPT, FORGIVING],
    send: { segments: SEGMENTS },
    answer: { status: 200, changed: true, call: CONVERTED_OF_BUYER },
  },
};
