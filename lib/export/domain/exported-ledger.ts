/** An account in the other program's books. */
export type ExportedAccount = {
  readonly id: string;
  readonly kind: string;
  readonly party: { readonly type: "buyer" | "traffic_source"; readonly id: number; readonly name: string } | null;
};

export type ExportedEntry = {
  readonly source: "call" | "document";
  readonly number: number;
  readonly version: number;
  readonly kind: string;
  readonly rollup: number;
  readonly debit: ExportedAccount;
  readonly credit: ExportedAccount;
  readonly party: ExportedAccount | null;
  /** Decimal text. */
  readonly amount: string;
  /** `YYYY-MM-DD`. */
  readonly bookedOn: string;
  readonly serviceDate: string;
  readonly offsets: string | null;
};

/** Debits less credits of an account, signed decimal text. */
export type ExportedBalance = { readonly account: ExportedAccount; readonly balance: string };

type LedgerBeginning = {
  readonly company: string;
  readonly currency: string;
  readonly decimals: number;
  /** The first booking day. */
  readonly firstDay: string;
  readonly accounts: readonly ExportedAccount[];
  /** The last link of the chain and its digest. */
  readonly head: { readonly number: number; readonly digest: string };
};

/** How a ledger is written for one program. */
export type LedgerFormat = {
  readonly beginning: (ledger: LedgerBeginning) => string;
  /** The balances before the first day. */
  readonly opening: (day: string, balances: readonly ExportedBalance[]) => string;
  readonly entry: (entry: ExportedEntry) => string;
  /** Balances at the end of a day, for the program to check. */
  readonly assertion: (day: string, balances: readonly ExportedBalance[]) => string;
};

/** The entry's name in the API. */
export function entryName({ source, number, version, kind }: ExportedEntry): string {
  return `${source}-${number}-${version}-${kind}`;
}

export function isCorrection({ bookedOn, serviceDate }: ExportedEntry): boolean {
  return bookedOn > serviceDate;
}

/** A name on one line, without control characters. */
export function onOneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}
