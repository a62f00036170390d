import {
  type ExportedAccount,
  type ExportedBalance,
  entryName,
  isCorrection,
  type LedgerFormat,
  onOneLine,
} from "./exported-ledger";

const PLACES: Readonly<Record<string, string>> = {
  buyer_receivable: "assets:receivable",
  traffic_source_payable: "liabilities:payable",
  revenue: "income:revenue",
  traffic_cost: "expenses:traffic cost",
  cash_clearing: "assets:cash clearing",
  adjustments: "expenses:adjustments",
  bad_debt: "expenses:bad debt",
  opening_balances: "equity:opening balances",
  tax: "liabilities:tax",
};

/** hledger's journal format. A colon separates accounts and a semicolon starts a comment, so names contain neither. */
export function hledger(currency: string): LedgerFormat {
  const posting = (account: ExportedAccount, amount: string) => `    ${accountName(account)}  ${amount} ${currency}`;
  const balances = (
    head: string,
    line: (exportedBalance: ExportedBalance) => string,
    rows: readonly ExportedBalance[],
  ) => (rows.length === 0 ? "" : `${[head, ...rows.map(line)].join("\n")}\n\n`);
  return {
    beginning: ({ company, decimals, accounts, head }) =>
      [
        `; ${onOneLine(company)}: the whole ledger up to link ${head.number}, seal ${head.digest}`,
        "decimal-mark .",
        `commodity 1.${"0".repeat(decimals)} ${currency}`,
        ...accounts.map((account) => `account ${accountName(account)}`),
        "\n",
      ].join("\n"),
    opening: (day, rows) =>
      balances(`${day} * Opening balances`, ({ account, balance }) => posting(account, balance), rows),
    entry: (entry) => {
      const tags = [
        `rollup:${entry.rollup}`,
        `service:${entry.serviceDate}`,
        ...(entry.offsets === null ? [] : [`offsets:${entry.offsets}`]),
        ...(isCorrection(entry) ? ["correction:yes"] : []),
        ...(entry.source === "document" ? [`document:${entry.number}`] : []),
      ];
      const party = entry.party ? partyName(entry.party) : "";
      const description = `${party && `${party} | `}${entry.kind.replaceAll("_", " ")}`;
      return [
        `${entry.bookedOn} * (${entryName(entry)}) ${description}  ; ${tags.join(", ")}`,
        posting(entry.debit, entry.amount),
        posting(entry.credit, `-${entry.amount}`),
        "\n",
      ].join("\n");
    },
    assertion: (day, rows) =>
      balances(
        `${day} * Balances at the end of the day`,
        ({ account, balance }) => `${posting(account, "0")} = ${balance} ${currency}`,
        rows,
      ),
  };
}

function accountName(account: ExportedAccount): string {
  const place = PLACES[account.kind] ?? `equity:${account.kind.replaceAll("_", " ")}`;
  return account.party ? `${place}:${partyName(account)}` : place;
}

function partyName({ party }: ExportedAccount): string {
  if (!party) return "";
  const name = onOneLine(party.name).replaceAll(":", "-").replaceAll(";", ",").replaceAll("|", "/");
  return `${name} (${party.id})`;
}
