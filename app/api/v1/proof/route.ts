import { PROOF } from "@/app/api/v1/_docs/proof";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { ProofState } from "@/lib/proof/contract";
import { getProof } from "@/lib/proof/get-proof";
import { startProof } from "@/lib/proof/start-proof";

export const GET = route({
  name: "getProof",
  policy: KEY_OR_SESSION,
  path: "/proof",
  output: ProofState,
  statuses: [200],
  docs: {
    section: "Ledger",
    title: "Retrieve the last ledger verification",
    about: [
      "Returns the last verification and the newest link of the chain of rollups. Store `head.digest` outside Callmark: if any entry up to that link changes later, the digest no longer matches. Requires the permission `billing: read`.",
    ],
    example: { answer: PROOF },
  },
  handle: ({ ctx }) => getProof(ctx),
});

export const POST = route({
  name: "startProof",
  policy: KEY_OR_SESSION,
  path: "/proof",
  output: ProofState,
  statuses: [200],
  saves: "steps",
  docs: {
    section: "Ledger",
    title: "Verify the ledger",
    about: [
      "Starts a background job that re-derives the whole ledger and compares it with the stored one. Poll `GET /proof` for the result. If a verification is already running, the response describes that one. Requires the permissions `billing: update` and `billing: read`.",
    ],
    example: {
      answer: {
        ...PROOF,
        proof: { ...PROOF.proof, state: "running", finished_at: null, percent_done: 0, entries: 0, links: 0 },
      },
    },
  },
  handle: async ({ ctx }) => {
    await startProof(ctx);
    return getProof(ctx);
  },
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
