import type { OwnerType } from "@/lib/party/domain/account-owner";

const PREFIX = { buyer: "INV", traffic_source: "PS" } as const;
const DIGITS = 6;

/** `INV-000123` for a buyer, `PS-000124` for a traffic source; both share one sequence. */
export function statementName(type: OwnerType, number: number): string {
  return `${PREFIX[type]}-${String(number).padStart(DIGITS, "0")}`;
}

/** The number in a path: `INV-000123` or `123`; null for anything else. */
export function parseStatementName(text: string): { readonly number: number; readonly type: OwnerType | null } | null {
  const match = /^(?:(INV|PS)-0{0,5})?([1-9][0-9]{0,14})$/.exec(text);
  if (!match) return null;
  const [, prefix, digits] = match;
  const type = prefix === "INV" ? "buyer" : "traffic_source";
  return { number: Number(digits), type: prefix === undefined ? null : type };
}
