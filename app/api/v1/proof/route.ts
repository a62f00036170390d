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
    section: "Proof and export",
    title: "Get the last ledger verification and the latest seal",
    about: [
      "Keep `head.digest` somewhere else: it vouches for every entry up to it, and nobody can alter one unnoticed.",
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
  docs: {
    section: "Proof and export",
    title: "Start a ledger verification",
    about: [
      "It runs beside the request, and nothing waits for it: ask `GET /proof` how it goes. Whoever asks while one runs shares that one. Takes the permission `billing: update`.",
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
