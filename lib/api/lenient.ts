import type { z } from "zod";
import type { Context } from "@/lib/access/context";
import { CommitUnknown, DomainError, Unavailable } from "@/lib/base/errors";
import type { HeldAnswer } from "@/lib/call/contract/call";
import { fileRejection } from "@/lib/inbound/file-rejection";
import { NotUnderstood, notUnderstood } from "@/lib/inbound/not-understood";
import { rawPayload } from "@/lib/inbound/stored-payload";
import { answer } from "@/lib/platform/http/answer";
import type { ApiRequest } from "@/lib/platform/http/api-request";
import type { Parameters } from "@/lib/platform/http/parameters";
import { DRY_RUN, parseDryRun } from "@/lib/platform/http/parse-dry-run";
import { parseInput } from "@/lib/platform/http/parse-input";
import { queryOf, receive } from "@/lib/platform/http/receive";
import { refuseWhatIsNotBuilt } from "@/lib/platform/http/refuse-what-is-not-built";
import { readForgiving } from "./read-forgiving";

/** The parts of a route's declaration that it needs. */
type LenientDeclaration<Input extends z.ZodObject, Output extends z.ZodType> = {
  readonly input: Input;
  readonly dryRun?: true;
  readonly location?: (body: z.input<Output>) => string;
  readonly handle: (given: {
    readonly ctx: Context;
    readonly params: Readonly<Record<string, string>>;
    readonly input: z.output<Input>;
    readonly dryRun: boolean;
  }) => Promise<z.input<Output> & { readonly status: number }>;
};

/** Secure routes ignore unknown names, and file every rejection in the inbox, except of a dry run. */
export async function lenient<Input extends z.ZodObject, Output extends z.ZodType>(
  declaration: LenientDeclaration<Input, Output>,
  request: ApiRequest,
  ctx: Context,
  params: Readonly<Record<string, string>>,
): Promise<Response> {
  let payload: Parameters = { query: queryOf(request) };
  let dryRun = false;
  try {
    const received = await receive(request);
    payload = rawPayload(received);
    payload = await readForgiving(received, new Set([...Object.keys(declaration.input.shape), DRY_RUN]));
    dryRun = Object.hasOwn(payload, DRY_RUN);
    const asked = parseDryRun(payload, declaration.dryRun === true);
    dryRun = asked.dryRun;
    refuseWhatIsNotBuilt(request);
    const { known, ignored } = sorted(asked.parameters, declaration.input);
    const unread = notUnderstood(known, ignored, Object.keys(known).length > 0);
    if (unread) throw unread;
    const body = await declaration.handle({ ctx, params, input: parseInput(declaration.input, known), dryRun });
    return answer(declaration, ignored.length === 0 ? body : { ...body, ignored });
  } catch (reason) {
    if (!(reason instanceof DomainError) || isOutage(reason)) throw reason;
    if (!dryRun) await fileRejection(ctx, { uuid: params.uuid, payload, error: reason });
    if (reason instanceof NotUnderstood) return answer({}, heldAnswer(reason, dryRun));
    throw reason;
  }
}

/** The sender retries after an outage, so nothing is filed. */
function isOutage(reason: DomainError): boolean {
  return reason instanceof Unavailable || reason instanceof CommitUnknown;
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

function sorted(parameters: Parameters, input: z.ZodObject): { known: Parameters; ignored: string[] } {
  const given = Object.entries(parameters);
  const isKnown = ([name]: [string, unknown]) => Object.hasOwn(input.shape, name);
  return {
    known: Object.fromEntries(given.filter(isKnown)),
    ignored: given.filter((each) => !isKnown(each)).map(([name]) => name),
  };
}
