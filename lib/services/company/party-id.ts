import { NotFound } from "@/lib/domain/errors";
import { parseId } from "@/lib/domain/ids";

/** The number of a buyer, offer or other row that stands in an address; anything else is not there. */
export function partyId(text: string | undefined): number {
  const id = parseId(text ?? "");
  if (id === null) throw new NotFound();
  return id;
}
