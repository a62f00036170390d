import type { Call } from "@/lib/call/contract/call";

/** A call as the API shows it, undecided. */
export const SAMPLE_CALL: Call = {
  id: 1042,
  uuid: "0b8e6f0e-4a61-4a3f-9b52-0d6a3f1c2b10",
  version: 4,
  caller: "+15550100",
  currency: "USD",
  offer: { id: 3, name: "Solar quotes" },
  traffic_source: { id: 9, name: "Sunrise Media" },
  buyer: { id: 7, name: "Brightside Solar" },
  started_at: "2026-11-23T10:42:00Z",
  answered_at: null,
  ended_at: null,
  duration_seconds: 184,
  connected_seconds: 171,
  buyer_converted: false,
  offer_converted: false,
  revenue: "0.00",
  payout: "0.00",
};
