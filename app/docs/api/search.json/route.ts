import { referenceDocument } from "@/app/api/v1/_reference/document";
import { searchIndex } from "@/components/api/search-index";

/** The index changes only with a build. */
export const dynamic = "force-static";

export function GET(): Response {
  return Response.json(searchIndex(referenceDocument()));
}
