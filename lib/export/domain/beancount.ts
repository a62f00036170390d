import { type ExportedAccount, entryName, isCorrection, type LedgerFormat, onOneLine } from "./exported-ledger";

const PLACES: Readonly<Record<string, string>> = {
  buyer_receivable: "Assets:Receivable",
  traffic_source_payable: "Liabilities:Payable",
  revenue: "Income:Revenue",
  traffic_cost: "Expenses:Traffic-Cost",
  cash_clearing: "Assets:Cash-Clearing",
  adjustments: "Expenses:Adjustments",
  bad_debt: "Expenses:Bad-Debt",
  opening_balances: "Equity:Opening-Balances",
  tax: "Liabilities:Tax",
};

/** Beancount's format. Account names allow no free text, so parties appear by id, with their name as metadata. */
export function beancount(currency: string): LedgerFormat {
  const posting = (account: ExportedAccount, amount: string) => `  ${accountName(account)}  ${amount} ${currency}`;
  return {
    beginning: ({ company, firstDay, accounts, head }) =>
      [
        `option "title" ${quoted(company)}`,
        `option "operating_currency" "${currency}"`,
        `${firstDay} commodity ${currency}`,
        `${firstDay} event "link" "${head.number} ${head.digest}"`,
        ...accounts.flatMap((account) => [
          `${firstDay} open ${accountName(account)} ${currency}`,
          ...(account.party ? [`  name: ${quoted(account.party.name)}`] : []),
        ]),
        "\n",
      ].join("\n"),
    opening: (day, rows) =>
      rows.length === 0
        ? ""
        : `${[`${day} * "Opening balances"`, ...rows.map(({ account, balance }) => posting(account, balance))].join("\n")}\n\n`,
    entry: (entry) => {
      const tags = [
        ...(isCorrection(entry) ? ["#correction"] : []),
        ...(entry.offsets === null ? [] : ["#offset"]),
        ...(entry.source === "document" ? ["#document"] : []),
        `^${entry.source}-${entry.number}`,
      ];
      const party = entry.party?.party ? quoted(entry.party.party.name) : '""';
      return [
        `${entry.bookedOn} * ${party} ${quoted(entry.kind.replaceAll("_", " "))} ${tags.join(" ")}`,
        `  entry: "${entryName(entry)}"`,
        `  rollup: ${entry.rollup}`,
        `  service: ${entry.serviceDate}`,
        ...(entry.offsets === null ? [] : [`  offsets: "${entry.offsets}"`]),
        posting(entry.debit, entry.amount),
        posting(entry.credit, `-${entry.amount}`),
        "\n",
      ].join("\n");
    },
    // Beancount checks a balance at the start of its day.
    assertion: (day, rows) =>
      rows
        .map(({ account, balance }) => `${dayAfter(day)} balance ${accountName(account)}  ${balance} ~ 0 ${currency}\n`)
        .join(""),
  };
}

function accountName({ kind, party }: ExportedAccount): string {
  const place = PLACES[kind] ?? `Equity:${kind.replaceAll("_", "-").replace(/^./, (letter) => letter.toUpperCase())}`;
  if (!party) return place;
  return `${place}:${party.type === "buyer" ? "Buyer" : "Source"}-${party.id}`;
}

function quoted(text: string): string {
  return `"${onOneLine(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
