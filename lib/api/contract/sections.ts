/** The parts of the reference, in its order, each a page of its own. */
export const SECTIONS = {
  "Buyers' systems": "What a buyer's system says of a call: with a secure token, or at an address of its own.",
  Conversions: "Mark a call as converted, take it back, state what it is worth.",
  Calls: "Record calls from where they come from, tell facts of them, and read them.",
  Integrations: "Where calls come from by themselves: phone systems and voice agents.",
  Inbox: "What waits for a person, and settling it.",
  "Conversion settings": "How calls of a buyer or an offer convert by themselves, and at what price.",
  Caps: "Limits on what a buyer receives or a traffic source sends, and whether there is room now.",
  Accounts: "What buyers owe and traffic sources have earned, and the rollups that post it.",
  Documents: "Payments, refunds, adjustments, write-offs, and what they settle.",
  Statements: "Invoices of buyers and payout statements of traffic sources.",
  Periods: "The months of the books: closing them, proving them, taking them elsewhere.",
  Parties: "Who receives calls, who sends them, and what is advertised.",
  Company: "Who the company is on paper, and what it keeps of callers.",
  Reference: "This reference as data.",
} as const;
export type Section = keyof typeof SECTIONS;

/** As it stands in the address of its page: `buyers-systems`. */
export function slugOf(section: string): string {
  return section.toLowerCase().replaceAll("'", "").replaceAll(" ", "-");
}
