import { notFound } from "next/navigation";
import { Forbidden, NotFound } from "@/lib/base/errors";

/** What was read for a page; null for those who may not read it, and the page of what is missing where there is none. */
export async function readSettings<Read>(read: () => Promise<Read>): Promise<Read | null> {
  try {
    return await read();
  } catch (reason) {
    if (reason instanceof Forbidden) return null;
    if (reason instanceof NotFound) notFound();
    throw reason;
  }
}
