import { SAMPLE_CALL, SAMPLE_CALL_OF_BUYER } from "./calls";

export const CONVERTED = {
  ...SAMPLE_CALL,
  buyer_decision: {
    ...SAMPLE_CALL.buyer_decision,
    mechanism: "rule",
    explicit: false,
    rule: { id: 2, name: "Appointment booked" },
    by: { type: "system", name: "Callmark" },
  },
};
export const CONVERTED_OF_BUYER = { ...SAMPLE_CALL_OF_BUYER, buyer_decision: CONVERTED.buyer_decision };
export const SEGMENTS = [
  { speaker: "agent", text: "Shall I book it?", at_seconds: 70.2 },
  { speaker: "customer", text: "Yes, book it for Tuesday.", at_seconds: 72.5 },
];

export const TOKENS =
  "Tokens are named facts: those that are sent are set, the others stay. The call is decided anew by all that is known of it then, in the order of the rules and not in that in which facts arrive; what somebody said explicitly, or locked, stands.";
export const TRANSCRIPT =
  "One segment by its fields, or up to 500 in `segments`, as often as you like and in any order: a segment that is known already adds nothing. The call is decided anew by what was said. A call holds up to 100,000 characters.";
