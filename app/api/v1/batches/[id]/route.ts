import { BATCH } from "@/app/api/v1/_docs/batches";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { BatchAnswer } from "@/lib/batch/contract";
import { getBatch } from "@/lib/batch/list-batches";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "getBatch",
  policy: KEY_OR_SESSION,
  path: "/batches/{id}",
  params: { id: numberOf("batch", 31) },
  output: BatchAnswer,
  statuses: [200, 404],
  docs: {
    section: "Batches",
    title: "Retrieve a batch",
    about: [
      "Returns who sent the batch, when, and what became of its updates. An interrupted batch ended with its server: what was answered is saved. Requires the permission `calls: read`.",
    ],
    example: { answer: { status: 200, batch: BATCH } },
  },
  handle: async ({ ctx, params }) => ({ status: 200 as const, batch: await getBatch(ctx, params.id) }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
