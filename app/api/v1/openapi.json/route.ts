import { referenceDocument } from "@/app/api/v1/_reference/document";
import { OPENAPI } from "@/app/api/v1/_reference/openapi-declaration";
import { deliveryRoute } from "@/lib/api/delivery-route";
import { otherMethods } from "@/lib/platform/http/other-methods";

let text: string | undefined;

export const GET = deliveryRoute({
  ...OPENAPI,
  handle: async () => {
    text ??= JSON.stringify(referenceDocument());
    return { body: text, cache: "public, max-age=300" };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
