/** Fields that the reader may not read are absent. Amounts are decimal text. */
export type PartyActivity = {
  readonly days: number;
  readonly calls: number;
  readonly buyer?: { readonly conversions: number; readonly revenue?: string };
  readonly offer?: { readonly conversions: number; readonly payout?: string };
};
