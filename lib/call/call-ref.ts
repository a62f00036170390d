import { NotFound } from "@/lib/base/errors";
import { isUuid, parseId } from "@/lib/base/ids";
import type { CallRef } from "./domain/call-ref";

/** The number or the uuid that stands in an address; anything else is not there. */
export function callRef(text: string): CallRef {
  if (isUuid(text)) return { uuid: text.toLowerCase() };
  const id = parseId(text);
  if (id === null) throw new NotFound();
  return { id };
}
