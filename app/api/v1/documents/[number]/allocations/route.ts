import { route } from "@/lib/api/route";
import { allocateDocument } from "@/lib/document/allocate-document";
import { AllocationUpdate, DocumentAnswer } from "@/lib/document/contract";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  path: "/documents/{number}/allocations",
  summary: "Say which statements a payment, refund or write-off settles",
  doors: ["api_key", "session"],
  input: AllocationUpdate,
  output: DocumentAnswer,
  handle: async ({ ctx, params, input }) => ({
    status: 200 as const,
    document: await allocateDocument(ctx, partyId(params.number), input),
  }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
