import { route } from "@/lib/api/route";
import { uuidRef } from "@/lib/call/call-ref";
import { NewTokens } from "@/lib/call/contract/transcript";
import { addTokens } from "@/lib/conversion/add-tokens";
import { SecureWriteAnswer } from "@/lib/conversion/contract/preview";
import { previewTokens } from "@/lib/conversion/preview-call";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  path: "/secure/calls/{uuid}/tokens",
  summary: "A buyer's system adds tokens to a call, with the secure token in the Authorization header",
  doors: ["secure_token"],
  secure: true,
  input: NewTokens,
  output: SecureWriteAnswer,
  dryRun: true,
  handle: ({ ctx, params, input, dryRun }) =>
    (dryRun ? previewTokens : addTokens)(ctx, uuidRef(params.uuid ?? ""), input),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
