import { referenceDocument } from "@/app/api/v1/_reference/document";
import { searchIndex } from "@/components/api/search-index";

/** The same until the next build. */
export const dynamic = "force-static";

export function GET(): Response {
  return Response.json(searchIndex(referenceDocument()));
}
