/** The sections of the reference in order, one page each. */
export const SECTIONS = {
  "Secure token": "What a buyer's system says of a call with the company's secure token.",
  "Buyer webhooks": "Addresses at which buyers' systems post in their own words.",
  Conversions: "Mark a call as converted, take it back, state what it is worth.",
  Calls: "Record calls from where they come from, and read them.",
  "Call facts": "Tokens and transcripts of a call, and what they led to.",
  Integrations: "Phone systems and voice agents that calls come from by themselves.",
  "Integration events": "What providers post, and what became of it.",
  "Event log": "Everything that arrived from outside, and what became of it.",
  Inbox: "What waits for a person, and settling it.",
  "Buyer settings": "How calls of a buyer convert by themselves, and at what price.",
  "Offer settings": "How calls of an offer convert by themselves, and at what payout.",
  "Buyer caps": "Limits on what a buyer receives, and whether there is room now.",
  "Traffic source caps": "Limits on what a traffic source sends, and whether there is room now.",
  Balances: "All balances together, what is overdue, and the rollups that post what is pending.",
  Accounts: "What a buyer owes and a traffic source has earned, entry by entry.",
  Documents: "Payments, refunds, adjustments, write-offs, and what they settle.",
  Statements: "Invoices of buyers and payout statements of traffic sources.",
  "Billing profiles": "How buyers are invoiced and traffic sources are paid.",
  Periods: "The months of the books, and closing them.",
  "Proof and export": "Proving the books, and taking them elsewhere.",
  Parties: "Who receives calls, who sends them, and what is advertised.",
  Company: "Who the company is on paper, and what it keeps of callers.",
  Reference: "This reference as data.",
} as const;
export type Section = keyof typeof SECTIONS;

/** The section's name in the address of its page: `buyer-webhooks`. */
export function slugOf(section: string): string {
  return section.toLowerCase().replaceAll(" ", "-");
}
