import { z } from "zod";
import { NotFound } from "@/lib/base/errors";
import type { PathShape } from "./declaration";

export type PathTexts = Readonly<Record<string, string>>;

/** Parses path parameters by the declaration. Throws `NotFound` for a value that does not match. */
export function readPath(shape: PathShape = {}, texts: PathTexts): Record<string, unknown> {
  const { success, data } = z.object(shape).safeParse(texts);
  if (!success) throw new NotFound();
  return data;
}
