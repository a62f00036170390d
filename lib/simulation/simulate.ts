import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { Invalid, NotFound } from "@/lib/base/errors";
import type { EvaluatedCall } from "@/lib/conversion/domain/evaluate-call";
import { FLAG } from "@/lib/conversion/domain/permissions";
import { findOwnerName, type Owner } from "@/lib/party/sql/lock-owner";
import { readInCompany, readInCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import type { BuyerSettings, ConversionSettings, OfferSettings } from "@/lib/settings/contract/conversion-settings";
import type { SettingsVersion } from "@/lib/settings/domain/settings-book";
import { mechanismsOf } from "@/lib/settings/mechanisms-of";
import { weightErrors } from "@/lib/settings/weight-errors";
import type { Simulation as SimulationAnswer } from "./contract";
import { Simulation } from "./domain/simulation";
import { loadSimulation } from "./load-simulation";
import { SimulationTally } from "./simulation-tally";
import { readSimulatedCalls, type SimulatedPage } from "./sql/simulated-calls";
import { readUuids } from "./sql/uuids-of-calls";

const DAY_MS = 86_400_000;
const CALLS_A_PAGE = 5_000;

type Drafted<Settings> = { readonly settings: Settings; readonly days: number };

/**
 * Simulates draft settings of a buyer on its calls of the last days. Nothing is saved. Throws `Forbidden`, `NotFound`
 * or `Invalid`.
 */
export function simulateBuyer(ctx: Context, buyerId: number, draft: Drafted<BuyerSettings>): Promise<SimulationAnswer> {
  return simulate(ctx, { buyerId }, draft);
}

/**
 * Simulates draft settings of an offer on its calls of the last days. Nothing is saved. Throws `Forbidden`, `NotFound`
 * or `Invalid`.
 */
export function simulateOffer(ctx: Context, offerId: number, draft: Drafted<OfferSettings>): Promise<SimulationAnswer> {
  return simulate(ctx, { offerId }, draft);
}

async function simulate(
  ctx: Context,
  owner: Owner,
  { settings, days }: Drafted<ConversionSettings>,
): Promise<SimulationAnswer> {
  permit(ctx.actor, "read", "settings");
  permit(ctx.actor, "read", "calls");
  const draft = draftVersion(owner, settings, ctx.company.decimals);
  permit(ctx.actor, "read", FLAG[draft.side]);
  const wrong = weightErrors(settings);
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
  if ((await readInCompany(ctx.company.id, (tx) => findOwnerName(tx, owner))) === null) throw new NotFound();
  const from = new Date(ctx.now().getTime() - days * DAY_MS);
  return readInCompanySql(ctx.company.id, async (tx) => {
    const { context, reads, prepare } = await loadSimulation(tx, ctx, owner, draft, from);
    const simulation = new Simulation(draft.side, context);
    const tally = new SimulationTally(ctx, draft.side);
    for await (const page of pagesOf(tx, owner, { from, reads, limit: CALLS_A_PAGE }, prepare)) {
      for (const call of page) tally.add(simulation.simulate(call));
    }
    return tally.answer(await readUuids(tx, tally.shownIds()));
  });
}

/** The draft in force from the beginning, instead of its owner's versions. */
function draftVersion(owner: Owner, settings: ConversionSettings, decimals: number): SettingsVersion {
  return {
    ruleSetId: 0,
    version: 0,
    validFrom: new Date(0),
    ...("buyerId" in owner ? { side: "buyer", ownerId: owner.buyerId } : { side: "offer", ownerId: owner.offerId }),
    mechanisms: mechanismsOf(settings, decimals),
    followsBuyer: "converts_with_buyer" in settings && settings.converts_with_buyer,
    limits: null,
    webhookEnabled: true,
  };
}

/** Reads the next page while this one is simulated. */
async function* pagesOf(
  tx: SqlTx,
  owner: Owner,
  range: Omit<SimulatedPage, "after">,
  prepare: (page: readonly EvaluatedCall[]) => Promise<void>,
): AsyncGenerator<readonly EvaluatedCall[]> {
  let page = await readSimulatedCalls(tx, owner, { ...range, after: null });
  while (page.length > 0) {
    const [prepared, last] = [prepare(page), page.at(-1)];
    const following =
      last && page.length === range.limit ? readSimulatedCalls(tx, owner, { ...range, after: last.state }) : [];
    await prepared;
    yield page;
    page = await following;
  }
}
