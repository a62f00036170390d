import { inCompanySql } from "@/lib/db/in-company";
import { insertEvents, type NewEvent } from "@/lib/db/webhooks/insert-events";
import type { Company } from "@/lib/domain/company/company";
import type { CompanyId } from "@/lib/domain/ids";
import { Batcher } from "../batcher";
import { applyReports, type TakenReport } from "./apply-reports";
import { eventResult } from "./event-result";
import type { ToldReport } from "./told-report";

/** What the log says of a delivery, without what becomes of it. */
export type Arrived = Omit<NewEvent, "status" | "outcome" | "problem" | "result">;

type Part = {
  readonly company: Company;
  readonly now: () => Date;
  readonly reports: readonly ToldReport[];
  /** What became of the parts before. */
  readonly earlier: readonly TakenReport[];
  /** All of the delivery's reports, with its last part: then it enters the log. */
  readonly whole: { readonly event: Arrived; readonly reports: readonly ToldReport[] } | null;
};

/** What became of the reports, and the number of the log's entry. */
export type TakenDelivery = { readonly taken: readonly TakenReport[]; readonly eventId: number };
type TakenPart = { readonly taken: readonly TakenReport[]; readonly eventId: number | null };

const DELIVERIES_A_TRANSACTION = 100;
const REPORTS_A_PART = 500;

const shared = globalThis as { callmarkIntake?: Map<CompanyId, Batcher<Part, TakenPart>> };
shared.callmarkIntake ??= new Map();
const batchers = shared.callmarkIntake;

/**
 * Takes in what a delivery said, in the transaction that all waiting deliveries of its company share, and enters it in
 * the log of events. A long file goes in parts: each counts by itself, and all of them once if it is sent again.
 */
export async function takeInReports(
  { company, now }: Pick<Part, "company" | "now">,
  event: Arrived,
  reports: readonly ToldReport[],
): Promise<TakenDelivery> {
  const batcher = batchers.get(company.id) ?? new Batcher(runTogether, DELIVERIES_A_TRANSACTION);
  batchers.set(company.id, batcher);
  let taken: readonly TakenReport[] = [];
  let eventId: number | null = null;
  for (let from = 0; from === 0 || from < reports.length; from += REPORTS_A_PART) {
    const part = reports.slice(from, from + REPORTS_A_PART);
    const isLast = from + REPORTS_A_PART >= reports.length;
    const whole = isLast ? { event, reports } : null;
    const next = await batcher.add({ company, now, reports: part, earlier: taken, whole });
    taken = [...taken, ...next.taken];
    eventId = next.eventId;
  }
  if (eventId === null) throw new Error("a delivery was taken in and not entered in the log");
  return { taken, eventId };
}

async function runTogether(parts: readonly Part[]): Promise<TakenPart[]> {
  const [first] = parts;
  if (!first) return [];
  return inCompanySql(first.company.id, async (tx) => {
    const taken = await applyReports(
      tx,
      first,
      parts.flatMap(({ reports }) => reports),
    );
    const answers = parts.map(({ reports }) => taken.splice(0, reports.length));
    const events = parts.flatMap(({ whole, earlier }, position) =>
      whole ? [{ ...whole.event, ...eventResult(whole.reports, [...earlier, ...(answers[position] ?? [])]) }] : [],
    );
    const ids = await insertEvents(tx, events);
    return parts.map(({ whole }, position) => ({
      taken: answers[position] ?? [],
      eventId: whole ? (ids.shift() ?? null) : null,
    }));
  });
}
