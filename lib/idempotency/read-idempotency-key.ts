import type { Context, IdempotencyKey } from "@/lib/access/context";
import { Invalid } from "@/lib/base/errors";
import { contentDigest } from "@/lib/erasure/sql/erased-name";
import { canonicalText } from "./domain/canonical-text";

export const IDEMPOTENCY_KEY = "Idempotency-Key";

/** What makes two requests the same. */
export type AskedWrite = {
  readonly method: string;
  readonly path: string;
  readonly params: unknown;
  readonly input: unknown;
};

const PRINTABLE = /^[\x21-\x7e]{1,255}$/;

/** The key belongs to the credential that sends it. Throws `Invalid`. */
export function readIdempotencyKey(
  { company, actor }: Pick<Context, "company" | "actor">,
  text: string,
  { method, path, params, input }: AskedWrite,
): IdempotencyKey {
  if (!PRINTABLE.test(text)) {
    throw new Invalid({ [IDEMPOTENCY_KEY]: "Send 1 to 255 letters, digits, or punctuation marks, such as a UUID." });
  }
  const digest = (content: string) => contentDigest(company.id, content).toString("hex");
  return {
    key: digest(`idempotency key ${actor.type} ${actor.id} ${text}`),
    request: digest(canonicalText([method, path, params, input])),
  };
}
