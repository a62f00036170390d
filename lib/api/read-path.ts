import { z } from "zod";
import { NotFound } from "@/lib/base/errors";
import type { PathShape } from "./declaration";

export type PathTexts = Readonly<Record<string, string>>;

/** What varies in the path, as the declaration has it. What fits no schema is not there. */
export function readPath(shape: PathShape = {}, texts: PathTexts): Record<string, unknown> {
  const { success, data } = z.object(shape).safeParse(texts);
  if (!success) throw new NotFound();
  return data;
}
