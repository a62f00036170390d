import { notFound } from "next/navigation";
import { Forbidden, NotFound } from "@/lib/base/errors";

/** Null when the role lacks the permission. Shows the not-found page when there is no such record. */
export async function readSettings<Read>(read: () => Promise<Read>): Promise<Read | null> {
  try {
    return await read();
  } catch (reason) {
    if (reason instanceof Forbidden) return null;
    if (reason instanceof NotFound) notFound();
    throw reason;
  }
}
