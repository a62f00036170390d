import type { SqlTx } from "@/lib/platform/sql/in-company";

export type CompanyRow = {
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly checklistDismissedAt: Date | null;
  /** Whether secure tokens of the company may update the offer side. */
  readonly tokenOfferSide: boolean;
  readonly secondFactorRequired: boolean;
  /** Whether clients may add to amounts without an Idempotency-Key. */
  readonly deltasWithoutKey: boolean;
  /** There are parties, whose amounts are in the currency. */
  readonly currencyIsFixed: boolean;
};

export async function readCompany(tx: SqlTx): Promise<CompanyRow> {
  const [row] = await tx.$queryRaw<CompanyRow[]>`
    select name, currency, time_zone as "timeZone", checklist_dismissed_at as "checklistDismissedAt",
      token_offer_side as "tokenOfferSide", deltas_without_key as "deltasWithoutKey", second_factor_required as "secondFactorRequired",
      exists (select from buyer where buyer.company_id = ${tx.company})
        or exists (select from offer where offer.company_id = ${tx.company})
        or exists (select from traffic_source where traffic_source.company_id = ${tx.company}) as "currencyIsFixed"
    from company c where id = ${tx.company}`;
  if (!row) throw new Error("a company disappeared");
  return row;
}

/** Waits for whoever adds a party, and makes them wait. */
export async function lockCompany(tx: SqlTx): Promise<void> {
  await tx.$queryRaw`select from company where id = ${tx.company} for update`;
}

/** Leaves a trace in the books. Existing entries keep their days. */
export async function moveBooks(tx: SqlTx, currency: string, timeZone: string): Promise<void> {
  await tx.$queryRaw`select move_books(${tx.company}::bigint, ${currency}, ${timeZone}) is null as moved`;
}

export async function renameCompany(tx: SqlTx, name: string): Promise<void> {
  await tx.$executeRaw`update company set name = ${name} where id = ${tx.company}`;
}

export async function setTokenOfferSide(tx: SqlTx, allowed: boolean): Promise<void> {
  await tx.$executeRaw`update company set token_offer_side = ${allowed} where id = ${tx.company}`;
}

export async function setDeltasWithoutKey(tx: SqlTx, allowed: boolean): Promise<void> {
  await tx.$executeRaw`update company set deltas_without_key = ${allowed} where id = ${tx.company}`;
}

export async function readDeltasWithoutKey(tx: SqlTx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ allowed: boolean }[]>`
    select deltas_without_key as allowed from company where id = ${tx.company}`;
  return row?.allowed ?? false;
}

export async function dismissChecklist(tx: SqlTx, at: Date | null): Promise<void> {
  await tx.$executeRaw`update company set checklist_dismissed_at = ${at}::timestamptz where id = ${tx.company}`;
}

export async function requireSecondFactor(tx: SqlTx, isRequired: boolean): Promise<void> {
  await tx.$executeRaw`update company set second_factor_required = ${isRequired} where id = ${tx.company}`;
}
