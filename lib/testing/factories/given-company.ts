import type { Context } from "@/lib/access/context";
import { SYSTEM_ACCESS } from "@/lib/access/domain/roles";
import { createCompany } from "@/lib/company/create-company";
import type { Company } from "@/lib/company/domain/company";
import type { Party } from "@/lib/party/contract";
import { createBuyers } from "@/lib/party/create-buyers";
import { createOffers } from "@/lib/party/create-offers";
import { createTrafficSources } from "@/lib/party/create-traffic-sources";
import { createRuleSets } from "@/lib/settings/create-rule-sets";
import { createTerms } from "@/lib/terms/create-terms";
import { type FakeClock, fakeClock } from "../fake-clock";

/** A party as calls name it. */
type PartyOfCalls = Pick<Party, "id" | "name">;

/** A context of the system with all permissions, an adjustable clock, and the default parties of calls. */
export type GivenContext = Context & {
  readonly clock: FakeClock;
  readonly offer: PartyOfCalls;
  readonly buyer: PartyOfCalls;
  readonly otherBuyer: PartyOfCalls;
  readonly trafficSource: PartyOfCalls;
  readonly otherTrafficSource: PartyOfCalls;
};

export type CompanyOptions = {
  readonly name?: string;
  readonly currency?: string;
  readonly timeZone?: string;
  readonly clock?: FakeClock;
  /** The price of both buyers per call, in minor units; null for no terms. */
  readonly priceMinor?: bigint | null;
  /** The payout of the offer per call, for every traffic source; null for no terms. */
  readonly payout?: { readonly amountMinor: bigint } | { readonly percentBasisPoints: number } | null;
  readonly convertsWithBuyer?: boolean;
};

export type GivenCompany = { readonly ctx: GivenContext; readonly company: Company; readonly clock: FakeClock } & Pick<
  GivenContext,
  "offer" | "buyer" | "otherBuyer" | "trafficSource" | "otherTrafficSource"
>;

const LONG_AGO = new Date("2020-01-01T00:00:00Z");

/** A new company: an offer, two buyers who pay 10.00 per call, two traffic sources who earn 6.00 per call. */
export async function givenCompany(options: CompanyOptions = {}): Promise<GivenCompany> {
  const { name = "Acme Home Services", currency = "USD", timeZone = "America/Denver", clock = fakeClock() } = options;
  const company = await createCompany({ name, currency, timeZone });
  const system: Context = { company, now: clock.now, actor: SYSTEM };
  const [offer] = await createOffers(system, ["Roof repair"]);
  const [buyer, otherBuyer] = await createBuyers(system, ["Birch Roofing", "Cedar Roofs"]);
  const [trafficSource, otherTrafficSource] = await createTrafficSources(system, ["Maple Media", "Oak Leads"]);
  if (!offer || !buyer || !otherBuyer || !trafficSource || !otherTrafficSource) throw new Error("a party is missing");
  await agree(system, offer.id, [buyer.id, otherBuyer.id], options);
  const parties = {
    offer: ofCalls(offer),
    buyer: ofCalls(buyer),
    otherBuyer: ofCalls(otherBuyer),
    trafficSource: ofCalls(trafficSource),
    otherTrafficSource: ofCalls(otherTrafficSource),
  };
  return { ctx: { ...system, clock, ...parties }, company, clock, ...parties };
}

const ofCalls = ({ id, name }: Party): PartyOfCalls => ({ id, name });

const SYSTEM = { type: "system", id: null, name: "System", access: SYSTEM_ACCESS } as const;

async function agree(ctx: Context, offerId: number, buyerIds: readonly number[], options: CompanyOptions) {
  const { priceMinor = 1000n, payout = { amountMinor: 600n }, convertsWithBuyer = false } = options;
  const validFrom = LONG_AGO;
  await createTerms(ctx, {
    prices: priceMinor === null ? [] : buyerIds.map((buyerId) => ({ buyerId, validFrom, amountMinor: priceMinor })),
    payouts: payout === null ? [] : [{ offerId, validFrom, ...payout }],
  });
  if (convertsWithBuyer) await createRuleSets(ctx, [{ offerId, validFrom, convertsWithBuyer }]);
}
