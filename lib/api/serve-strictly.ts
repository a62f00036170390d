import type { Context } from "@/lib/access/context";
import { fileRejection } from "@/lib/inbound/file-rejection";
import type { ApiRequest } from "@/lib/platform/http/api-request";
import { parseDryRun } from "@/lib/platform/http/parse-dry-run";
import { parseInput } from "@/lib/platform/http/parse-input";
import { readParameters } from "@/lib/platform/http/read-parameters";
import { receive } from "@/lib/platform/http/receive";
import { acceptedMedia } from "./accepted-media";
import type { AskedDeclaration } from "./declaration";
import { fileResponse } from "./file-output";
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
    const asked = { ctx, params, input, dryRun };
    const { alsoAs } = declaration;
    const media = alsoAs && acceptedMedia(request.headers.get("accept"), alsoAs.media);
    if (media) return fileResponse({ ...(await alsoAs.handle({ ...asked, media })), media }, alsoAs, request);
    return respond(declaration, await handleOnce(declaration, request, asked), request);
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
