import { SecureConversionUpdate } from "@/lib/contracts/calls";
import { SecureWriteAnswer } from "@/lib/contracts/preview";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { uuidRef } from "@/lib/services/call/call-ref";
import { previewUpdate } from "@/lib/services/call/preview-call";
import { updateCall } from "@/lib/services/call/update-call";

// Otherwise Next.js watches every look at the request for a sign that the answer cannot be kept.
export const dynamic = "force-dynamic";

export const PUT = route({
  path: "/secure/calls/{uuid}",
  summary: "A buyer's system says how a call went, with the secure token in the Authorization header (recommended)",
  doors: ["secure_token"],
  secure: true,
  input: SecureConversionUpdate,
  output: SecureWriteAnswer,
  dryRun: true,
  handle: ({ ctx, params, input, dryRun }) =>
    (dryRun ? previewUpdate : updateCall)(ctx, uuidRef(params.uuid ?? ""), input),
});

export const POST = PUT;

export const { GET, PATCH, DELETE, OPTIONS } = otherMethods({ PUT, POST });
