import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { EventLogQuery, InboundEventList } from "@/lib/inbound/contract/event";
import { listEventLog } from "@/lib/inbound/list-event-log";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "listEvents",
  policy: KEY_OR_SESSION,
  path: "/events",
  input: EventLogQuery,
  output: InboundEventList,
  statuses: [200],
  docs: {
    section: "Event log",
    title: "List events",
    about: [
      "Returns one log for all senders, newest first: every event of integrations and buyer webhooks, and every rejected or held request of secure tokens and of API keys that record calls. For requests that were applied to a call, see the changes of that call.",
      "Requires the permission `settings: read`. Payloads can contain callers and amounts, so they are null unless you can read call details, revenue, and payout.",
    ],
    example: {
      send: "outcome=refused",
      answer: {
        status: 200,
        events: [
          {
            id: 12,
            received_at: "2026-11-23T10:46:00.000Z",
            sender: { type: "secure_token", id: 2, name: "Brightside CRM" },
            method: "PUT",
            signature: "not_checked",
            answered: 422,
            outcome: "refused",
            problem: "Some values are invalid. Nothing was saved. revenue: Enter an amount such as 10.00.",
            call_ids: [1042],
            payload: '{"buyer_converted":true,"revenue":"ten"}',
          },
        ],
        metadata: { next_cursor: null },
      },
    },
  },
  handle: async ({ ctx, input }) => {
    const { events, next_cursor } = await listEventLog(ctx, input);
    return { status: 200 as const, events, metadata: { next_cursor } };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
