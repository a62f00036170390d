import { answerOnce } from "@/lib/idempotency/answer-once";
import { IDEMPOTENCY_KEY, readIdempotencyKey } from "@/lib/idempotency/read-idempotency-key";
import type { ApiRequest } from "@/lib/platform/http/api-request";
import type { AskedDeclaration } from "./declaration";

type Asked = Parameters<AskedDeclaration["handle"]>[0];

/** Calls the verb. A write with an Idempotency-Key has an effect once, and the same request gets the first answer. */
export function handleOnce(
  declaration: AskedDeclaration,
  { method, headers }: ApiRequest,
  asked: Asked,
): ReturnType<AskedDeclaration["handle"]> {
  const { ctx, params, input, dryRun } = asked;
  const text = headers.get(IDEMPOTENCY_KEY);
  if (text === null || method === "GET" || dryRun) return declaration.handle(asked);
  const idempotencyKey = readIdempotencyKey(ctx, text, { method, path: declaration.path, params, input });
  return answerOnce({ ...ctx, idempotencyKey }, declaration.saves, (keyed) =>
    declaration.handle({ ...asked, ctx: keyed }),
  );
}
