import type { Context } from "@/lib/access/context";
import { fileRejection } from "@/lib/inbound/file-rejection";
import type { ApiRequest } from "@/lib/platform/http/api-request";
import { parseDryRun } from "@/lib/platform/http/parse-dry-run";
import { parseInput } from "@/lib/platform/http/parse-input";
import { readParameters } from "@/lib/platform/http/read-parameters";
import { receive } from "@/lib/platform/http/receive";
import type { AskedDeclaration } from "./declaration";
import { handleOnce } from "./handle-once";
import { inputOf } from "./input-of";
import { type PathTexts, readPath } from "./read-path";
import { isRejection, rejectedPost, unread } from "./rejection";
import { respond } from "./respond";

export type Entered = { readonly request: ApiRequest; readonly ctx: Context; readonly path: PathTexts };

/** For senders who read answers: what is unknown or invalid is rejected. */
export async function serveStrictly(declaration: AskedDeclaration, { request, ctx, path }: Entered): Promise<Response> {
  let arrived = unread(request);
  try {
    const received = await receive(request, kibibytesOf(declaration));
    arrived = received;
    const { dryRun, parameters } = parseDryRun(await readParameters(received), declaration.dryRun === true);
    const input = parseInput(inputOf(declaration), parameters);
    const params = readPath(declaration.params, path);
    return respond(declaration, await handleOnce(declaration, request, { ctx, params, input, dryRun }), request);
  } catch (reason) {
    if (declaration.policy.logsRejections && isRejection(reason)) {
      await fileRejection(ctx, {
        request: rejectedPost(request, arrived, reason),
        uuid: path.uuid,
        payload: null,
        error: reason,
      });
    }
    throw reason;
  }
}

export function kibibytesOf({ kibibytesAtMost, policy }: AskedDeclaration): number {
  return kibibytesAtMost ?? policy.kibibytesAtMost;
}
