import { z } from "zod";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { ProofState } from "@/lib/proof/contract";
import { getProof } from "@/lib/proof/get-proof";
import { startProof } from "@/lib/proof/start-proof";

export const GET = route({
  path: "/proof",
  summary: "The last proof of the books, and the end of the chain of seals",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: ProofState,
  handle: ({ ctx }) => getProof(ctx),
});

export const POST = route({
  path: "/proof",
  summary: "Begin to derive the whole ledger again, and compare",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: ProofState,
  handle: async ({ ctx }) => {
    await startProof(ctx);
    return getProof(ctx);
  },
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
