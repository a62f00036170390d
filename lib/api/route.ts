import type { z } from "zod";
import type { Context } from "@/lib/access/context";
import { authenticate, type Door } from "@/lib/access/credentials";
import { answer } from "@/lib/platform/http/answer";
import { answerRequest } from "@/lib/platform/http/answer-request";
import type { ApiRequest } from "@/lib/platform/http/api-request";
import { parseDryRun } from "@/lib/platform/http/parse-dry-run";
import { parseInput } from "@/lib/platform/http/parse-input";
import { readParameters } from "@/lib/platform/http/read-parameters";
import { receive } from "@/lib/platform/http/receive";
import { refuseWhatIsNotBuilt } from "@/lib/platform/http/refuse-what-is-not-built";
import { lenient } from "./lenient";

type PathParameters = Readonly<Record<string, string>>;

/** The declaration of a route. Authorization is in the function that `handle` calls. */
export type Declaration<Input extends z.ZodObject, Output extends z.ZodType> = {
  /** As in the reference: `/calls/{id}`, below `/api/v1`. */
  readonly path: string;
  readonly summary: string;
  readonly doors: readonly Door[];
  readonly input: Input;
  readonly output: Output;
  /**
   * For callers who never read answers: unknown names are ignored and listed, empty values are absent, rejections are
   * filed.
   */
  readonly secure?: true;
  /** Accepts `dry_run=true`. */
  readonly dryRun?: true;
  readonly handle: (given: {
    readonly ctx: Context;
    readonly params: PathParameters;
    readonly input: z.output<Input>;
    /** Nothing may be saved. Never true if the declaration has no dry run. */
    readonly dryRun: boolean;
  }) => Promise<z.input<Output> & { readonly status: number }>;
  /** The location of a created row. */
  readonly location?: (body: z.input<Output>) => string;
};

export type Route<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> = {
  (request: ApiRequest, context: { params: Promise<PathParameters> }): Promise<Response>;
  readonly declaration: Declaration<Input, Output>;
};

/** A route handler from its declaration: authenticate, parse, handle, answer or problem. */
export function route<Input extends z.ZodObject, Output extends z.ZodType>(
  declaration: Declaration<Input, Output>,
): Route<Input, Output> {
  const handler = async (request: ApiRequest, context: { params: Promise<PathParameters> }): Promise<Response> => {
    // Next.js passes no parameters to a route without any.
    const params = (await context.params) ?? {};
    return answerRequest(request.method, declaration.path, async (speaksAs) => {
      const ctx = await authenticate(request, declaration.doors, params.secure_token);
      speaksAs(ctx);
      return serve(declaration, request, ctx, params);
    });
  };
  return Object.assign(handler, { declaration });
}

async function serve<Input extends z.ZodObject, Output extends z.ZodType>(
  declaration: Declaration<Input, Output>,
  request: ApiRequest,
  ctx: Context,
  params: PathParameters,
): Promise<Response> {
  if (declaration.secure) return lenient(declaration, request, ctx, params);
  refuseWhatIsNotBuilt(request);
  const { dryRun, parameters } = parseDryRun(await readParameters(await receive(request)), declaration.dryRun === true);
  const input = parseInput(declaration.input, parameters);
  return answer(declaration, await declaration.handle({ ctx, params, input, dryRun }));
}
