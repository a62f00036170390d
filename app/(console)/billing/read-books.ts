import { notFound } from "next/navigation";
import { Forbidden, NotFound } from "@/lib/base/errors";

type Read<Value> =
  | { readonly value: Value; readonly needs?: never }
  | { readonly value?: never; readonly needs: string };

/** The value, or the permission that the role lacks. Shows the not-found page when there is no such record. */
export async function readBooks<Value>(read: () => Promise<Value>): Promise<Read<Value>> {
  try {
    return { value: await read() };
  } catch (reason) {
    if (reason instanceof Forbidden) return { needs: reason.permission };
    if (reason instanceof NotFound) notFound();
    throw reason;
  }
}
