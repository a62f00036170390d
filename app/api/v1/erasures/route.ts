import { DIGEST } from "@/app/api/v1/_docs/proof";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { ErasureAnswer, ErasureList, ErasureQuery, NewErasure } from "@/lib/erasure/contract";
import { eraseCaller } from "@/lib/erasure/erase-caller";
import { listErasures } from "@/lib/erasure/list-erasures";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "listErasures",
  policy: KEY_OR_SESSION,
  path: "/erasures",
  input: ErasureQuery,
  output: ErasureList,
  statuses: [200],
  docs: {
    section: "Company",
    title: "List erasures, newest first",
    about: ["Of a caller only the keyed hash is kept, by which duplicates are known; the number is kept nowhere."],
    example: {
      send: "per_page=20",
      answer: {
        status: 200,
        erase_after_days: 730,
        erasures: [
          {
            id: 5,
            erased_at: "2026-11-23T10:43:00.000Z",
            calls: 3,
            started_before: null,
            caller_hash: DIGEST,
            by: "Ana Ruiz",
          },
        ],
        metadata: { next_cursor: null },
      },
    },
  },
  handle: ({ ctx, input }) => listErasures(ctx, input),
});

export const POST = route({
  name: "eraseCaller",
  policy: KEY_OR_SESSION,
  path: "/erasures",
  input: NewErasure,
  output: ErasureAnswer,
  statuses: [200],
  docs: {
    section: "Company",
    title: "Erase the personal data of one caller",
    about: [
      "For good: caller number, tokens, transcripts, recording addresses, reasons, proofs and payloads of every call of this number, also where calls came from it without its country; and the number in what members wrote: reasons, references, rules. What arrives late does not bring them back: what names the number and means no call is kept without its words. No money moves: changes, entries, statements and seals stay as they are.",
    ],
    example: { send: { caller: "+15550199" }, answer: { status: 200, calls: 3 } },
  },
  handle: async ({ ctx, input }) => ({ status: 200 as const, calls: await eraseCaller(ctx, input) }),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
