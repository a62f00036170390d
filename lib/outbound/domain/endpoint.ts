import type { Mechanism } from "@/lib/call/domain/mechanism";
import type { EventType } from "./event-type";

export type EndpointState = "active" | "paused" | "disabled";

/** Whose endpoint it is: it receives only what concerns this party. All null for the company's own. */
export type EndpointParty = {
  readonly offerId: number | null;
  readonly buyerId: number | null;
  readonly trafficSourceId: number | null;
};

/** Without a list, all. */
export type EndpointFilters = {
  readonly offerIds?: readonly number[] | undefined;
  readonly buyerIds?: readonly number[] | undefined;
  readonly trafficSourceIds?: readonly number[] | undefined;
  readonly mechanisms?: readonly Mechanism[] | undefined;
};

/** What decides which events an endpoint receives, and how much of them. */
export type Receiver = EndpointParty & {
  readonly id: number;
  readonly events: readonly EventType[];
  readonly filters: EndpointFilters;
};

/** An address of an outside system to which events are posted. */
export type OutboundEndpoint = Receiver & {
  readonly name: string;
  readonly url: string;
  readonly state: EndpointState;
  readonly createdAt: Date;
  readonly failingSince: Date | null;
};
