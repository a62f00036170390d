import { NotFound } from "@/lib/domain/errors";
import { problemOf, problemResponse } from "@/lib/http/problem";

/** An address below /api/v1 that there is not. */
export function GET(): Response {
  return problemResponse(
    problemOf(new NotFound("There is nothing at this address. See /docs/api."), crypto.randomUUID()),
  );
}

export { GET as DELETE, GET as PATCH, GET as POST, GET as PUT };
