import { z } from "zod";
import { route } from "@/lib/api/route";
import { Invalid } from "@/lib/base/errors";
import { otherMethods } from "@/lib/platform/http/other-methods";

/** Not in the reference until it is built. */
export const POST = route({
  path: "/calls/bulk",
  summary: "Update many calls at once: not available yet",
  doors: ["api_key"],
  input: z.looseObject({}),
  output: z.never(),
  handle: () =>
    Promise.reject(
      new Invalid(
        {},
        "Bulk updates are not available yet. Send the updates one by one: PUT /api/v1/calls/{id}. Nothing was saved.",
        "not_available_yet",
      ),
    ),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
