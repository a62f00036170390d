import { SecureWriteAnswer } from "@/lib/contracts/preview";
import { NewTokens } from "@/lib/contracts/transcript";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { addTokens } from "@/lib/services/call/add-tokens";
import { uuidRef } from "@/lib/services/call/call-ref";
import { previewTokens } from "@/lib/services/call/preview-call";

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
