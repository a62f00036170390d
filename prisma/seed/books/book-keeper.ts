import type { Context } from "@/lib/access/context";
import { localDay } from "@/lib/base/local-day";
import { formatMoney, parseMoney } from "@/lib/base/money";
import { monthsLater } from "@/lib/base/month";
import { saveBillingDetails } from "@/lib/billing-profile/company-details";
import { BillingDetails, BillingProfile } from "@/lib/billing-profile/contract";
import { saveBillingProfile } from "@/lib/billing-profile/save-billing-profile";
import { NewCap } from "@/lib/cap/contract";
import { createCap } from "@/lib/cap/save-cap";
import { recordPayment } from "@/lib/document/record-document";
import { reverseDocument } from "@/lib/document/reverse-document";
import type { AccountOwner } from "@/lib/party/domain/account-owner";
import { closePeriod } from "@/lib/period/close-period";
import { WARNINGS } from "@/lib/period/domain/warning";
import { listPeriods } from "@/lib/period/list-periods";
import { getStatement } from "@/lib/statement/get-statement";
import { issueStatements } from "@/lib/statement/issue-statements";
import type { Network } from "../found-network";
import { DAY_MS } from "../local-time";
import { followingOffer } from "../placed";
import { type BillingHabit, billingHabit, postalDetails } from "./billing-habits";

type Biller = { readonly owner: AccountOwner; readonly habit: BillingHabit };
type Task = { readonly at: Date; readonly run: (ctx: Context) => Promise<void> };

const DAYS_TO_CLOSE = 8;

/** Keeps the books of a company: sets terms, issues statements, records payments, closes months. */
export class BookKeeper {
  private readonly billers: readonly Biller[];
  private tasks: Task[] = [];
  private readonly bounced = new Set<number>();
  private day = "";

  constructor(
    private readonly network: Network,
    private readonly now: Date,
  ) {
    const all = (type: AccountOwner["type"], rows: readonly { readonly id: number }[]) =>
      rows.map(({ id }, position) => ({ owner: { type, id }, habit: billingHabit(type, position) }));
    this.billers = [...all("buyer", network.buyers), ...all("traffic_source", network.sources)];
  }

  /** Before the first call. */
  async begin(at: Date): Promise<void> {
    const ctx = this.contextAt(at);
    const { plan, buyers, sources, offers, company } = this.network;
    const { currency } = company;
    await saveBillingDetails(ctx, BillingDetails.parse(postalDetails(plan.name, currency, 0)));
    const names = new Map([...buyers, ...sources].map(({ name }, position) => [name, position + 1]));
    for (const { owner, habit } of this.billers) {
      const name = nameOf(owner.type === "buyer" ? buyers : sources, owner.id);
      const details = postalDetails(name, currency, names.get(name) ?? 0);
      const profile = BillingProfile.parse({ ...details, ...habit.profile });
      await saveBillingProfile(ctx, owner, { version: 0, profile });
    }
    const [first, second] = buyers;
    if (first) await createCap(ctx, { side: "buyer", id: first.id }, cap("conversions", "day", "40"));
    if (second) await createCap(ctx, { side: "buyer", id: second.id }, cap("revenue", "month", "20000.00"));
    if (second) await createCap(ctx, { side: "buyer", id: second.id }, cap("concurrency", "now", "6"));
    const trial = buyers.find(({ name }) => name === plan.samples.convertsByFacts);
    if (trial) await createCap(ctx, { side: "buyer", id: trial.id }, trialCap(followingOffer(offers)?.id));
  }

  /** After a rollup. Daily work is done with the first rollup of the day. */
  async keep(at: Date): Promise<void> {
    const today = localDay(at, this.network.company.timeZone);
    if (today === this.day) return;
    this.day = today;
    const ctx = this.contextAt(at);
    for (const number of await issueStatements(ctx)) await this.plan(ctx, number);
    const due = this.tasks.filter((task) => task.at <= at);
    this.tasks = this.tasks.filter((task) => task.at > at);
    for (const { run } of due) await run(ctx);
    await this.close(ctx, today);
  }

  /** Plans what the party does about a newly issued statement. */
  private async plan(ctx: Context, number: number): Promise<void> {
    const { party, closing, billed } = await getStatement(ctx, String(number));
    const biller = this.billers.find(({ owner }) => owner.type === party.type && owner.id === party.id);
    const { decimals } = ctx.company;
    const due = parseMoney(billed ?? "0", decimals) ?? 0n;
    const owed = parseMoney(closing ?? "0", decimals) ?? 0n;
    if (!biller || biller.habit.paysAfterDays === null || due === 0n || owed === 0n) return;
    const { paysAfterDays, share, bouncesAfterDays } = biller.habit;
    const amount = formatMoney(((due < owed ? due : owed) * share) / 100n, decimals);
    this.later(ctx, paysAfterDays, async (then) => {
      const { document } = await recordPayment(then, biller.owner, { amount, reference: `Wire ${4700 + number}` });
      if (bouncesAfterDays === undefined || this.bounced.has(party.id)) return;
      this.bounced.add(party.id);
      this.later(then, bouncesAfterDays, async (later) => {
        await reverseDocument(later, document.number, { reason: "Returned by the bank: insufficient funds." });
      });
    });
  }

  private later(ctx: Context, days: number, run: Task["run"]): void {
    this.tasks.push({ at: new Date(ctx.now().getTime() + days * DAY_MS), run });
  }

  /** Leaves the newest ended month open, for visitors of the demo to close. */
  private async close(ctx: Context, today: string): Promise<void> {
    if (Number(today.slice(8)) < DAYS_TO_CLOSE) return;
    const lastEnded = monthsLater(localDay(this.now, ctx.company.timeZone).slice(0, 7), -1);
    const { periods } = await listPeriods(ctx);
    for (const { month, can_close } of periods) {
      if (can_close && month < lastEnded) await closePeriod(ctx, { month, acknowledge: WARNINGS });
    }
  }

  private contextAt(at: Date): Context {
    return { company: this.network.company, actor: this.network.staff.admin, now: () => at };
  }
}

function cap(measure: string, span: string, limit: string): NewCap {
  return NewCap.parse({ measure, span, limit });
}

/** A buyer tries an offer: the cap allows one automatic conversion. */
function trialCap(offerId: number | undefined): NewCap {
  const offer_id = String(offerId);
  return NewCap.parse({ measure: "conversions", span: "total", limit: "1", offer_id, stops_automatic: "true" });
}

function nameOf(rows: readonly { readonly id: number; readonly name: string }[], id: number): string {
  return rows.find((row) => row.id === id)?.name ?? "";
}
