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
    section: "Privacy",
    title: "List erasures",
    about: [
      "Returns erasures, newest first. An erased caller's number is not stored; only a keyed hash is kept, to detect duplicates. Requires the permission `settings: read`.",
    ],
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
  saves: "steps",
  docs: {
    section: "Privacy",
    title: "Erase a caller's personal data",
    about: [
      "Permanently erases the caller's number, tokens, transcripts, recording URLs, reasons, quotes, and payloads from every call of this number, including calls reported without its country code. The number is also removed from text that members wrote, such as reasons, references, and rules. Late events don't restore the data. Billing is unaffected: changes, entries, and statements stay as they are. This can't be undone. Requires the permission `settings: update`.",
    ],
    example: { send: { caller: "+15550199" }, answer: { status: 200, calls: 3 } },
  },
  handle: async ({ ctx, input }) => ({ status: 200 as const, calls: await eraseCaller(ctx, input) }),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
