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
  "Tokens are named facts about a call. The tokens you send are set; all others stay as they are. Callmark then re-evaluates the call against every rule, so the order in which facts arrive makes no difference. Explicit updates and locked sides stay in force.";
export const TRANSCRIPT =
  "Send one segment as `speaker`, `text`, and `at_seconds`, or up to 500 in `segments`. You can send segments as often as you like and in any order; duplicates are ignored. Callmark then re-evaluates the call. A transcript holds up to 100,000 characters.";
