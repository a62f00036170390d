import type { RouteGuide } from "./route-guide";
import { SAMPLE_CALL } from "./samples";

const USE = {
  id: 4,
  offer: null,
  measure: "conversions",
  span: "day",
  used: "31",
  limit: "50",
  remaining: "17",
  running: 2,
  used_up: false,
  over: false,
  resets_at: "2026-11-24T07:00:00.000Z",
  stops_automatic: true,
};
const CAP = {
  ...USE,
  time_zone: "America/Denver",
  created_at: "2026-11-01T06:00:00.000Z",
  withdrawn_at: null,
  by: "Ana Ruiz",
};
const SEND = { measure: "conversions", span: "day", limit: "50", stops_automatic: true };

const READS = "It takes the permission `settings: read`; amounts of a cap on revenue take that of the field besides.";
const WINDOWS =
  "A call counts in the hour, day or month in which it started, by the wall clock of the cap's zone. A conversion that is taken back gives its unit back in that window. A cap never refuses or undoes what somebody says: such calls are marked `over_cap`.";
const EDITS =
  "What is absent stays as it is. The cap is withdrawn and another takes its place, with a number of its own: what was in force when stays known. It takes the permission `settings: update`.";
const NOW =
  "For routers: it takes no more than `calls: read`. Calls that still run and are undecided count on top. Without `offer_id` a cap of one offer is shown and decides nothing.";

/** What a cap's routes say of a party: the same of buyers and of traffic sources. */
function guideOf(kind: "buyers" | "traffic-sources", party: object): Readonly<Record<string, RouteGuide>> {
  return {
    [`GET /${kind}/{id}/caps`]: {
      section: "Billing",
      about: [READS],
      answer: { status: 200, party, currency: "USD", caps: [CAP], withdrawn: [] },
    },
    [`POST /${kind}/{id}/caps`]: {
      section: "Billing",
      about: [WINDOWS, "It begins with what stands already. It takes the permission `settings: update`."],
      send: SEND,
      answer: { status: 201, cap: CAP },
    },
    [`PUT /${kind}/{id}/caps/{cap_id}`]: {
      section: "Billing",
      about: [EDITS],
      send: { span: "month", limit: "60" },
      answer: { status: 200, cap: { ...CAP, id: 5, span: "month", limit: "60", remaining: "27" } },
    },
    [`DELETE /${kind}/{id}/caps/{cap_id}`]: {
      section: "Billing",
      about: ["From then on it counts and stops nothing. It takes the permission `settings: update`."],
      answer: { status: 200, cap: { ...CAP, withdrawn_at: "2026-11-23T10:42:00.000Z" } },
    },
    [`GET /${kind}/{id}/caps/{cap_id}/calls`]: {
      section: "Billing",
      about: ["It takes the permissions `settings: read` and `calls: read`."],
      send: "per_page=20",
      answer: { status: 200, calls: [SAMPLE_CALL], metadata: { next_cursor: null } },
    },
    [`GET /${kind}/{id}/availability`]: {
      section: "Billing",
      about: [NOW],
      send: "offer_id=3",
      answer: {
        status: 200,
        available: true,
        open_now: true,
        reasons: [],
        caps: [USE],
        credit: kind === "buyers" ? { left: true, available: "412.50" } : null,
        checked_at: "2026-11-23T10:42:00.000Z",
      },
    },
  };
}

export const CAPS_GUIDE: Readonly<Record<string, RouteGuide>> = {
  ...guideOf("buyers", SAMPLE_CALL.buyer),
  ...guideOf("traffic-sources", SAMPLE_CALL.traffic_source),
};
