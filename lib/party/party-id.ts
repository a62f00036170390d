import { NotFound } from "@/lib/base/errors";
import { parseId } from "@/lib/base/ids";

/** The number of a buyer, offer or other row that stands in an address; anything else is not there. */
export function partyId(text: string | undefined): number {
  const id = parseId(text ?? "");
  if (id === null) throw new NotFound();
  return id;
}
