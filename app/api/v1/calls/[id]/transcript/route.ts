import { CONVERTED, SEGMENTS, TRANSCRIPT } from "@/app/api/v1/_docs/facts";
import { CallReference } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { ConversionAnswer } from "@/lib/call/contract/call";
import { NewSegments, Transcript } from "@/lib/call/contract/transcript";
import { getTranscript } from "@/lib/call/get-transcript";
import { addTranscript } from "@/lib/conversion/add-transcript";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "getTranscript",
  policy: KEY_OR_SESSION,
  path: "/calls/{id}/transcript",
  params: { id: CallReference },
  output: Transcript,
  statuses: [200, 404],
  docs: {
    section: "Call facts",
    title: "Retrieve the transcript of a call",
    about: ["Requires the permission `call.details: read`."],
    example: { answer: { status: 200, segments: SEGMENTS } },
  },
  handle: async ({ ctx, params }) => ({
    status: 200 as const,
    segments: await getTranscript(ctx, params.id),
  }),
});

export const POST = route({
  name: "addTranscript",
  policy: KEY_OR_SESSION,
  path: "/calls/{id}/transcript",
  params: { id: CallReference },
  input: NewSegments,
  output: ConversionAnswer,
  statuses: [200, 404],
  saves: "shared",
  docs: {
    section: "Call facts",
    title: "Add to the transcript of a call",
    about: [TRANSCRIPT, "Requires the permission `call.tokens: update`."],
    example: { send: { segments: SEGMENTS }, answer: { status: 200, changed: true, call: CONVERTED } },
  },
  handle: ({ ctx, params, input }) => addTranscript(ctx, params.id, input),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
