import { Invalid } from "@/lib/base/errors";
import { parseId } from "@/lib/base/ids";

/** The last party of the previous page. Throws `Invalid` if the text is not a cursor. */
export function parsePartyCursor(text: string | undefined): number | null {
  if (text === undefined) return null;
  const id = parseId(text);
  if (id === null) throw new Invalid({ cursor: "This cursor is invalid. Leave it out to start with the first page." });
  return id;
}
