/** The parts of the reference, in its order, each a page of its own. */
export const SECTIONS = {
  "Secure token": "Conversion updates from buyers' systems, with a secure token.",
  "Buyer webhooks": "URLs to which buyers' systems post in their own format.",
  Conversions: "Mark a call as converted, reverse a conversion, set amounts.",
  Calls: "Record and read calls.",
  "Call facts": "Tokens, transcripts and evaluations of a call.",
  Integrations: "Phone systems and voice agents that report calls.",
  "Integration events": "What providers posted, and the result.",
  "Event log": "Everything received from outside, and the result.",
  Inbox: "Updates that need a person's decision.",
  "Buyer settings": "How calls of a buyer convert automatically, and at what price.",
  "Offer settings": "How calls of an offer convert automatically, and at what payout.",
  "Buyer caps": "Limits on the calls a buyer receives, and their current use.",
  "Traffic source caps": "Limits on the calls a traffic source sends, and their current use.",
  Balances: "Balances, overdue amounts, and the rollups that post pending entries.",
  Accounts: "What a buyer owes and a traffic source has earned, entry by entry.",
  Documents: "Payments, refunds, adjustments and write-offs, and the statements they settle.",
  Statements: "Invoices of buyers and payout statements of traffic sources.",
  "Billing profiles": "How buyers are invoiced and traffic sources are paid.",
  Periods: "Months, and closing them.",
  "Proof and export": "Verify and export the ledger.",
  Parties: "Buyers, traffic sources and offers.",
  Company: "Company details on statements, and how long personal data is kept.",
  Reference: "This reference as OpenAPI.",
} as const;
export type Section = keyof typeof SECTIONS;

/** As it stands in the address of its page: `buyer-webhooks`. */
export function slugOf(section: string): string {
  return section.toLowerCase().replaceAll(" ", "-");
}
