import { SAMPLE_NEW_CALL } from "@/app/api/v1/_docs/calls";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { NewTestCall, TestCallAnswer } from "@/lib/inbound/contract/test-call";
import { sendTestCall } from "@/lib/inbound/send-test-call";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  name: "sendTestCall",
  policy: KEY_OR_SESSION,
  path: "/test-calls",
  input: NewTestCall,
  output: TestCallAnswer,
  statuses: [201],
  docs: {
    section: "Calls",
    title: "Send a test call",
    about: [
      "Records a finished call from a fictitious number, to try out settings and billing. Its `external_id` begins with `callmark-test-`. If it converts, it is billed like any other call, until you reverse the conversion. Requires the permission `calls: update`.",
    ],
    example: {
      send: { offer_id: 3, traffic_source_id: 9, buyer_id: 7, duration_seconds: 180 },
      answer: { status: 201, call: SAMPLE_NEW_CALL },
    },
  },
  handle: async ({ ctx, input }) => ({ status: 201 as const, call: await sendTestCall(ctx, input) }),
  location: ({ call }) => `/api/v1/calls/${call.id}`,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
