import type { z } from "zod";
import type { HeldAnswer } from "@/lib/call/contract/call";
import { fileRejection } from "@/lib/inbound/file-rejection";
import { NotUnderstood, notUnderstood } from "@/lib/inbound/not-understood";
import { rawPayload } from "@/lib/inbound/stored-payload";
import type { Parameters } from "@/lib/platform/http/parameters";
import { DRY_RUN, parseDryRun } from "@/lib/platform/http/parse-dry-run";
import { parseInput } from "@/lib/platform/http/parse-input";
import { BodyTooLarge } from "@/lib/platform/http/read-body";
import { receive } from "@/lib/platform/http/receive";
import type { AskedDeclaration } from "./declaration";
import { handleOnce } from "./handle-once";
import { inputOf } from "./input-of";
import { readForgiving } from "./read-forgiving";
import { readPath } from "./read-path";
import { isRejection, rejectedPost, unread } from "./rejection";
import { respond } from "./respond";
import { type Entered, kibibytesOf } from "./serve-strictly";

/**
 * Serves senders that do not read answers: unknown names are ignored and listed, and rejections are filed in the inbox,
 * except for a dry run.
 */
export async function serveForgiving(
  declaration: AskedDeclaration,
  { request, ctx, path }: Entered,
): Promise<Response> {
  const input = inputOf(declaration);
  let arrived = unread(request);
  let payload: Parameters = { query: arrived.query };
  let dryRun = false;
  try {
    arrived = await receive(request, kibibytesOf(declaration));
    payload = rawPayload(arrived);
    payload = await readForgiving(arrived, new Set([...Object.keys(input.shape), DRY_RUN]));
    dryRun = Object.hasOwn(payload, DRY_RUN);
    const asked = parseDryRun(payload, declaration.dryRun === true);
    dryRun = asked.dryRun;
    const { understood, ignored } = sorted(asked.parameters, input);
    const unread = notUnderstood(understood, ignored, Object.keys(understood).length > 0);
    if (unread) throw unread;
    const parsed = parseInput(input, understood);
    const params = readPath(declaration.params, path);
    const body = await handleOnce(declaration, request, { ctx, params, input: parsed, dryRun });
    return respond(declaration, { ...body, ...(ignored.length > 0 && { ignored }) }, request);
  } catch (reason) {
    if (!isRejection(reason)) throw reason;
    const rejected = rejectedPost(request, arrived, reason);
    if (reason instanceof BodyTooLarge) payload = rawPayload(rejected);
    if (!dryRun) await fileRejection(ctx, { request: rejected, uuid: path.uuid, payload, error: reason });
    if (reason instanceof NotUnderstood) return respond(declaration, heldAnswer(reason, dryRun), request);
    throw reason;
  }
}

function heldAnswer({ message, ignored }: NotUnderstood, dryRun: boolean): z.input<typeof HeldAnswer> {
  return {
    status: 200,
    ...(dryRun && { dry_run: true as const }),
    changed: false,
    held: true,
    detail: message,
    ...(ignored.length > 0 && { ignored: [...ignored] }),
  };
}

function sorted(parameters: Parameters, input: z.ZodObject): { understood: Parameters; ignored: string[] } {
  const entries = Object.entries(parameters);
  const isKnown = ([name]: [string, unknown]) => Object.hasOwn(input.shape, name);
  return {
    understood: Object.fromEntries(entries.filter(isKnown)),
    ignored: entries.filter((entry) => !isKnown(entry)).map(([name]) => name),
  };
}
