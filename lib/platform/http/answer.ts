import { textResponse } from "./text-response";

/** The body as JSON under its own status, and where a created row is. */
export function answer<Body>(
  { location }: { readonly location?: (body: Body) => string },
  body: Body & { readonly status: number },
): Response {
  return textResponse(JSON.stringify(body), {
    status: body.status,
    headers: {
      "content-type": "application/json",
      "cache-control": "no-store",
      ...(body.status === 201 && location && { location: location(body) }),
    },
  });
}
