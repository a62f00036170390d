import type { z } from "zod";
import { CommitUnknown, DomainError, Invalid } from "@/lib/domain/errors";
import type { Context } from "@/lib/services/context";
import { fileRefusal } from "@/lib/services/inbox/file-refusal";
import { answer } from "./answer";
import { parseInput } from "./parse-input";
import { readForgiving } from "./read-forgiving";
import type { Parameters } from "./read-parameters";
import { queryOf, type Received, receive } from "./receive";
import { refuseWhatIsNotBuilt } from "./refuse-what-is-not-built";
import type { Declaration } from "./route";
import { takeDryRun } from "./take-dry-run";

/**
 * A secure route: forgiving about what it does not know, and whatever it has to refuse waits in the inbox, unless it
 * was a dry run.
 */
export async function lenient<Input extends z.ZodObject, Output extends z.ZodType>(
  declaration: Declaration<Input, Output>,
  request: Request,
  ctx: Context,
  params: Readonly<Record<string, string>>,
): Promise<Response> {
  let payload: Parameters = { query: queryOf(request) };
  let dryRun = false;
  try {
    const received = await receive(request);
    payload = wordForWord(received);
    payload = await readForgiving(received, new Set([...Object.keys(declaration.input.shape), "dry_run"]));
    const asked = takeDryRun(payload, declaration.dryRun === true);
    dryRun = asked.dryRun;
    refuseWhatIsNotBuilt(request);
    const { known, ignored } = sorted(asked.parameters, declaration.input);
    const body = await declaration.handle({ ctx, params, input: parseInput(declaration.input, known), dryRun });
    return answer(declaration, ignored.length === 0 ? body : { ...body, ignored });
  } catch (reason) {
    if (reason instanceof DomainError && !dryRun) {
      const refused = { uuid: params.uuid, payload: keepable(payload), problem: sentence(reason) };
      await fileRefusal(ctx, refused).catch((failure: unknown) => {
        // That it could not be kept says nothing of whether it was saved.
        throw reason instanceof CommitUnknown ? reason : failure;
      });
    }
    throw reason;
  }
}

const KEPT_BYTES = 16 * 1024;

/** What could not be understood, as it came; of a long body the beginning. */
function wordForWord({ query, contentType, body }: Received): Parameters {
  return { query, content_type: contentType, body: new TextDecoder().decode(body.subarray(0, KEPT_BYTES)) };
}

function sorted(parameters: Parameters, input: z.ZodObject): { known: Parameters; ignored: string[] } {
  const given = Object.entries(parameters);
  const isKnown = ([name]: [string, unknown]) => Object.hasOwn(input.shape, name);
  return {
    known: Object.fromEntries(given.filter(isKnown)),
    ignored: given.filter((each) => !isKnown(each)).map(([name]) => name),
  };
}

/** JSON in the database holds neither NUL nor halves of characters. */
function keepable(parameters: Parameters): Parameters {
  return JSON.parse(JSON.stringify(parameters).replace(/\\u0000|\\ud[89a-f][0-9a-f]{2}/gi, "\\ufffd"));
}

function sentence(reason: DomainError): string {
  const errors = reason instanceof Invalid ? Object.entries(reason.errors) : [];
  return [reason.message, ...errors.map(([field, message]) => `${field}: ${message}`)]
    .join(" ")
    .replaceAll("\0", "\ufffd");
}
