import type { AccountEntryQuery } from "@/lib/ledger/contract/account";
import { getAccount } from "@/lib/ledger/get-account";
import { listAccountEntries } from "@/lib/ledger/list-account-entries";
import type { Party } from "@/lib/party/contract";
import { createOffers } from "@/lib/party/create-offers";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { fakeClock } from "@/lib/testing/fake-clock";
import type { Bench, Line } from "../bench";
import { median } from "../measure/median";
import { milliseconds } from "../measure/milliseconds";
import { fillLongAccount, type LongAccount } from "./long-account";

const PAGE_MS = 100;
const NOON = "2026-11-02T12:00:00Z";
const [MONTH, DAYS] = ["2026-05", 365];

/** Account pages of a buyer with very many entries and of one with few, one page further each round. */
export const accountPage: Bench = async ({ quick }) => {
  const { ctx } = await givenCompany({ timeZone: "UTC", clock: fakeClock(NOON) });
  const [rare] = await createOffers(ctx, ["Rare offer"]);
  if (!rare) throw new Error("the offer was not made");
  const fill = (buyer: Pick<Party, "id" | "name">, callsADay: number) =>
    fillLongAccount(ctx, buyer, rare, { days: DAYS, callsADay });
  const few = await fill(ctx.otherBuyer, 10);
  const many = await fill(ctx.buyer, quick ? 100 : 6_850);
  const rounds = quick ? 5 : 30;
  const views: [string, (account: LongAccount) => AccountEntryQuery][] = [
    ["newest first", () => ({})],
    ["of a month half a year ago", () => ({ month: MONTH })],
    ["of one kind", () => ({ kind: "credit" })],
    ["of an offer with one call in 5,000", ({ rareOffer }) => ({ offer_id: rareOffer.id })],
    ["of a call", ({ aCall }) => ({ call: String(aCall) })],
  ];
  const lines: Line[] = [];
  for (const [name, query] of views) {
    const [short, long]: [number[], number[]] = [[], []];
    const [next, further] = [pager(ctx, ctx.otherBuyer, query(few)), pager(ctx, ctx.buyer, query(many))];
    for (let round = 0; round < rounds; round += 1) {
      short.push(await milliseconds(next));
      long.push(await milliseconds(further));
    }
    lines.push(line(`A page ${name}, of ${many.entries} entries`, long, short));
  }
  const sums = async (buyer: Pick<Party, "id" | "name">) => {
    await getAccount(ctx, { type: "buyer", id: buyer.id });
  };
  const [short, long]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    short.push(await milliseconds(() => sums(ctx.otherBuyer)));
    long.push(await milliseconds(() => sums(ctx.buyer)));
  }
  lines.push(line(`Balance and sums of an account of ${many.entries} entries`, long, short));
  return lines;
};

/** Reads the first page, then the following ones; starts over after the last. */
function pager(ctx: GivenContext, buyer: Pick<Party, "id" | "name">, query: AccountEntryQuery): () => Promise<void> {
  let cursor: string | undefined;
  return async () => {
    const page = await listAccountEntries(
      ctx,
      { type: "buyer", id: buyer.id },
      { ...query, ...(cursor && { cursor }) },
    );
    cursor = page.next_cursor ?? undefined;
  };
}

function line(what: string, long: readonly number[], short: readonly number[]): Line {
  const middle = median(long);
  return {
    what,
    measured: `${middle.toFixed(1)} ms [${Math.min(...long).toFixed(1)}–${Math.max(...long).toFixed(1)}]; a short account ${median(short).toFixed(1)} ms`,
    target: `≤ ${PAGE_MS} ms`,
    met: middle <= PAGE_MS,
  };
}
