import type { Area, Level } from "@/lib/access/domain/access";
import type { Role } from "@/lib/access/domain/roles";
import { type CompanyOptions, type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenApiKey, givenSecureToken } from "@/lib/testing/factories/given-credentials";
import type { Call, ConversionAnswer, History, InboxItem, ResolvedItem } from "./answers";
import { type Api, bearer, type Fields } from "./api";
import { minutesAgo } from "./minutes-ago";

/** A company used through its API only. */
export type GivenApi = Pick<GivenContext, "company" | "offer" | "buyer" | "otherBuyer" | "trafficSource"> & {
  readonly ctx: GivenContext;
  /** The owner's key. */
  readonly owner: Api;
  /** A key with another role. */
  readonly keyOf: (role: Role, grants?: Readonly<Partial<Record<Area, Level>>>) => Promise<Api>;
  /** The company's secure token. */
  readonly secure: Api;
  readonly secureToken: string;
  /** Records a finished call of 90 seconds, ten minutes ago by default. */
  readonly givenCall: (fields?: Fields) => Promise<Call>;
  readonly getCall: (id: number) => Promise<Call>;
  readonly update: (id: number, fields: Fields) => Promise<ConversionAnswer>;
  readonly historyOf: (id: number) => Promise<History>;
  /** Open inbox items, newest first. */
  readonly openItems: () => Promise<readonly InboxItem[]>;
  readonly resolve: (action: string, item: InboxItem | undefined, fields?: Fields) => Promise<ResolvedItem | undefined>;
  /** Replaces the buyer's conversion settings, for calls of any date. */
  readonly saveBuyerSettings: (settings: Fields, buyerId?: number) => Promise<void>;
  readonly saveOfferSettings: (settings: Fields) => Promise<void>;
};

const LONG_AGO = "2020-01-01T00:00:00Z";

export async function givenApi(options: CompanyOptions = {}): Promise<GivenApi> {
  const { ctx, company, offer, buyer, otherBuyer, trafficSource } = await givenCompany(options);
  const keyOf: GivenApi["keyOf"] = async (role, grants) => bearer((await givenApiKey(ctx, role, grants)).secret);
  const owner = await keyOf("owner");
  const { token: secureToken } = await givenSecureToken(ctx);
  const usual = () => ({
    caller: "+13035550142",
    offer_id: offer.id,
    buyer_id: buyer.id,
    traffic_source_id: trafficSource.id,
    started_at: minutesAgo(10),
    duration_seconds: 90,
    connected_seconds: 84,
  });
  const setup = { ctx, company, offer, buyer, otherBuyer, trafficSource, owner, keyOf, secureToken };
  return {
    ...setup,
    secure: bearer(secureToken),
    givenCall: async (fields) => {
      const { status, body } = await owner.post<{ call: Call }>("/calls", { ...usual(), ...fields });
      if (status >= 300) throw new Error(`the call was rejected: ${JSON.stringify(body)}`);
      return body.call;
    },
    getCall: async (id) => (await owner.get<{ call: Call }>(`/calls/${id}`)).body.call,
    update: async (id, fields) => (await owner.put<ConversionAnswer>(`/calls/${id}`, fields)).body,
    historyOf: async (id) => (await owner.get<History>(`/calls/${id}/changes`)).body,
    openItems: async () => (await owner.get<{ items: InboxItem[] }>("/inbox")).body.items,
    resolve: async (action, item, fields) => {
      if (!item) throw new Error("the inbox has no open item");
      const asked = { action, ids: [String(item.id)], ...fields };
      return (await owner.post<{ results: ResolvedItem[] }>("/inbox/resolve", asked)).body.results[0];
    },
    saveBuyerSettings: (settings, buyerId = buyer.id) => saveSettings(owner, `/buyers/${buyerId}`, settings),
    saveOfferSettings: (settings) => saveSettings(owner, `/offers/${offer.id}`, settings),
  };
}

async function saveSettings(owner: Api, party: string, settings: Fields): Promise<void> {
  const path = `${party}/conversion-settings`;
  const { version } = (await owner.get<{ version: number }>(path)).body;
  const { status, body } = await owner.put(path, { version, valid_from: LONG_AGO, settings });
  if (status !== 200) throw new Error(`the settings were rejected: ${JSON.stringify(body)}`);
}
