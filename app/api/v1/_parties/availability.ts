import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { Availability, AvailabilityQuery } from "@/lib/cap/contract";
import { getAvailability } from "@/lib/report/get-availability";
import { CAP_USE } from "../_docs/caps";
import type { PartyKind } from "./kinds";

const DOES = { buyer: "take", offer: "send" };

export function readAvailability({ path, name, capsSection, one, side, params }: PartyKind) {
  return route({
    name: `get${name}Availability`,
    policy: KEY_OR_SESSION,
    path: `${path}/{id}/availability`,
    params,
    input: AvailabilityQuery,
    output: Availability,
    statuses: [200, 404],
    docs: {
      section: capsSection,
      title: `Check whether ${one} may ${DOES[side]} a call now`,
      about: [
        "For routers: it takes no more than `calls: read`. Calls that still run and are undecided count on top. Without `offer_id` a cap of one offer is shown and decides nothing.",
      ],
      example: {
        send: "offer_id=3",
        answer: {
          status: 200,
          available: true,
          open_now: true,
          reasons: [],
          caps: [CAP_USE],
          credit: side === "buyer" ? { left: true, available: "412.50" } : null,
          checked_at: "2026-11-23T10:42:00.000Z",
        },
      },
    },
    handle: ({ ctx, params, input }) => getAvailability(ctx, { side, id: params.id }, input),
  });
}
