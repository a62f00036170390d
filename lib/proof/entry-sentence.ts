import { formatMoney } from "@/lib/base/money";
import type { Company } from "@/lib/company/domain/company";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { EntryDifference, EntryFacts } from "./sql/entry-difference";
import { nameAccount } from "./sql/read-links";

const WORDS: Readonly<Record<keyof EntryFacts, string>> = {
  amount: "amount",
  debit: "debited account",
  credit: "credited account",
  party: "party’s account",
  serviceDate: "service day",
  bookedOn: "booking day",
  offsets: "offset entry",
};
const COMPARED = Object.keys(WORDS) as (keyof EntryFacts)[];

/** How an entry differs from its origin, in bookkeeping terms. */
export async function entrySentence(tx: SqlTx, company: Company, entry: EntryDifference): Promise<string> {
  const { source, number, version, kind, actual, expected } = entry;
  const of = source === "call" ? `call ${number}, change ${version}` : `document ${number}, revision ${version}`;
  const name = `the ${kind.replaceAll("_", " ")} of ${of}`;
  const origin = source === "call" ? "the change log" : "the document";
  if (!actual) return `${name} is missing from the entries, but is in ${origin}`;
  if (!expected) return `${name} is among the entries, but doesn’t follow from ${origin}`;
  const wrong = COMPARED.find((fact) => actual[fact] !== expected[fact]);
  if (!wrong) return `${name} is in another link of the chain than ${origin} says`;
  const [is, should] = [
    await factText(tx, company, wrong, actual[wrong]),
    await factText(tx, company, wrong, expected[wrong]),
  ];
  return `${name} has the ${WORDS[wrong]} ${is}, expected ${should}`;
}

async function factText(tx: SqlTx, company: Company, fact: keyof EntryFacts, value: string | null): Promise<string> {
  if (value === null) return "none";
  if (fact === "amount") return formatMoney(BigInt(value), company.decimals);
  return fact === "debit" || fact === "credit" || fact === "party" ? nameAccount(tx, value) : value;
}
