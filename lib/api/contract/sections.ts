/** The sections of the reference in order, one page each. */
export const SECTIONS = {
  "Secure token": "Report conversions from a buyer's system with the company's secure token.",
  "Secure token facts": "Add tokens and a transcript to a call with a secure token.",
  "Buyer webhooks": "Give each buyer a URL to post results to, in the buyer's own format.",
  Conversions: "Mark calls as converted, reverse conversions, and set revenue and payout.",
  Batches: "Update many calls at once, and undo it.",
  Calls: "Record calls, and list, search, and add them up.",
  "Call history": "See every change of a call, and what it bills.",
  "Change feed": "Keep another system in step with every change of the company's calls.",
  "Call facts": "Add tokens and transcripts to a call, and see how rules evaluated them.",
  Integrations: "Connect phone systems and voice agents that report calls automatically.",
  "Integration events": "Receive webhooks from providers, and inspect or replay them.",
  "Event log": "See everything that integrations, webhooks, tokens, and API keys have sent, and its outcome.",
  "Outgoing webhooks": "Have calls, conversions, and entries posted to your own systems, signed.",
  "Webhook deliveries": "See what was posted and answered, and send it again.",
  Inbox: "Review updates that need a decision, and resolve them.",
  "Buyer settings": "Set when a buyer's calls convert automatically, and at what price.",
  "Offer settings": "Set when an offer's calls convert automatically, and at what payout.",
  Simulations: "Try conversion settings on past calls, and evaluate past calls again.",
  "Buyer caps": "Limit what a buyer receives, and check whether it can take a call now.",
  "Traffic source caps": "Limit what a traffic source sends, and check whether it can send a call now.",
  Balances: "See all balances and overdue amounts, and run the rollups that post pending entries.",
  Accounts: "See what one buyer owes or one traffic source has earned, entry by entry.",
  Documents: "Record payments, refunds, adjustments, and write-offs, and allocate them to statements.",
  Statements: "Issue invoices to buyers and payout statements to traffic sources.",
  "Billing profiles": "Set how buyers are invoiced and how traffic sources are paid.",
  Periods: "Review the months of the books and close them.",
  Ledger: "Verify the ledger and export it.",
  Parties: "Find and add buyers, offers, and traffic sources.",
  "Party changes": "Retrieve, rename, archive, and restore buyers, offers, and traffic sources.",
  Credentials: "API keys for your own systems, and secure tokens for buyers’ systems.",
  Members: "Invite members, set what they may do, and end their access.",
  "Your account": "Your own password, sessions, authenticator app, and passkeys. It takes a session, not a key.",
  "Audit log": "See who did what, when and from where.",
  Company: "Set the company's name, currency, time zone, logo, and details on statements.",
  Privacy: "Erase callers' personal data.",
  Reference: "Download this reference as an OpenAPI document.",
} as const;
export type Section = keyof typeof SECTIONS;

/** The section's name in the address of its page: `buyer-webhooks`. */
export function slugOf(section: string): string {
  return section.toLowerCase().replaceAll(" ", "-");
}
