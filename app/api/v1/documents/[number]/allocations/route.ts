import { AllocationUpdate, DocumentAnswer } from "@/lib/contracts/documents";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { partyId } from "@/lib/services/company/party-id";
import { allocateDocument } from "@/lib/services/documents/allocate-document";

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
