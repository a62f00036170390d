import { NotFound } from "@/lib/base/errors";
import { parseId } from "@/lib/base/ids";

/** The id of a buyer, offer or other row in a path. Throws `NotFound` for anything else. */
export function partyId(text: string | undefined): number {
  const id = parseId(text ?? "");
  if (id === null) throw new NotFound();
  return id;
}
