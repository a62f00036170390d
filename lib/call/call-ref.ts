import { NotFound } from "@/lib/base/errors";
import { isUuid, parseId } from "@/lib/base/ids";
import type { CallRef } from "./domain/call-ref";

/** The id or uuid in a path; throws `NotFound` for anything else. */
export function callRef(text: string): CallRef {
  if (isUuid(text)) return { uuid: text.toLowerCase() };
  const id = parseId(text);
  if (id === null) throw new NotFound();
  return { id };
}
