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
      title: `Check whether ${one} can ${DOES[side]} a call now`,
      about: [
        "Use this in your call router before you send a call. Calls still in progress and undecided count toward the caps. Send `offer_id` to include the caps of that offer; without it, they are shown but don't affect the result. Requires the permission `calls: read`.",
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
