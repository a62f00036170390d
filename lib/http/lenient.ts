import type { z } from "zod";
import { DomainError, Invalid } from "@/lib/domain/errors";
import type { Context } from "@/lib/services/context";
import { fileRefusal } from "@/lib/services/inbox/file-refusal";
import { answer } from "./answer";
import { parseInput } from "./parse-input";
import { type Parameters, readParameters } from "./read-parameters";
import { refuseWhatIsNotBuilt } from "./refuse-what-is-not-built";
import type { Declaration } from "./route";

/** A secure route: forgiving about what it does not know, and whatever it has to refuse waits in the inbox. */
export async function lenient<Input extends z.ZodObject, Output extends z.ZodType>(
  declaration: Declaration<Input, Output>,
  request: Request,
  ctx: Context,
  params: Readonly<Record<string, string>>,
): Promise<Response> {
  let parameters: Parameters = {};
  try {
    refuseWhatIsNotBuilt(request);
    parameters = await readParameters(request);
    const { known, ignored } = sorted(parameters, declaration.input);
    const body = await declaration.handle({ ctx, params, input: parseInput(declaration.input, known) });
    return answer(declaration, ignored.length === 0 ? body : { ...body, ignored });
  } catch (reason) {
    if (reason instanceof DomainError) {
      await fileRefusal(ctx, { uuid: params.uuid, payload: keepable(parameters), problem: sentence(reason) });
    }
    throw reason;
  }
}

function sorted(parameters: Parameters, input: z.ZodObject): { known: Parameters; ignored: string[] } {
  const given = Object.entries(parameters).filter(([, value]) => value !== "");
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
  return [reason.message, ...errors.map(([field, message]) => `${field}: ${message}`)].join(" ");
}
