import { route } from "@/lib/api/route";
import { uuidRef } from "@/lib/call/call-ref";
import { SecureConversionUpdate } from "@/lib/call/contract/call";
import { SecureWriteAnswer } from "@/lib/conversion/contract/preview";
import { previewUpdate } from "@/lib/conversion/preview-call";
import { updateCall } from "@/lib/conversion/update-call";
import { otherMethods } from "@/lib/platform/http/other-methods";

// Otherwise Next.js watches every look at the request for a sign that the answer cannot be kept.
export const dynamic = "force-dynamic";

export const PUT = route({
  path: "/secure/{secure_token}/calls/{uuid}",
  summary: "A buyer's system says how a call went, with the secure token in the path",
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
