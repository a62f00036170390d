type Words = { readonly title: string; readonly about: string };

const WORDS: Readonly<Record<string, Words>> = {
  converted_at_zero: { title: "Converted at 0.00", about: "The buyer is not charged for these calls." },
  payout_without_revenue: {
    title: "Payout without revenue",
    about: "The traffic source is paid for these calls, but no buyer is charged.",
  },
  payout_above_revenue: {
    title: "Payout above revenue",
    about: "The traffic source is paid more for these calls than the buyer is charged.",
  },
  over_cap: { title: "Over a cap", about: "More calls converted than a cap allows." },
  open_inbox: { title: "Open in the inbox", about: "These calls have unresolved inbox items." },
  unusual_days: {
    title: "Unusual days",
    about: "Far from this month’s median for the same weekday.",
  },
};

export function warningWords(warning: string): Words {
  return WORDS[warning] ?? { title: warning.replaceAll("_", " "), about: "" };
}

const UNITS: Readonly<Record<string, readonly [string, string]>> = {
  over_cap: ["window", "windows"],
  unusual_days: ["figure", "figures"],
};

/** "2 calls" */
export function warningCount(warning: string, count: number): string {
  const [one, many] = UNITS[warning] ?? ["call", "calls"];
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}
