import type { z } from "zod";
import { authenticate } from "@/lib/access/credentials";
import { answerRequest } from "@/lib/platform/http/answer-request";
import type { ApiRequest } from "@/lib/platform/http/api-request";
import { countRequest } from "@/lib/platform/http/rate-limits";
import {
  type AskedDeclaration,
  type Declaration,
  type DeliveredDeclaration,
  isDelivered,
  type JsonBody,
  type PathShape,
} from "./declaration";
import { credentialOf, enter } from "./enter";
import type { AnsweredFile, FileOutput } from "./file-output";
import type { PathTexts } from "./read-path";
import { respond } from "./respond";
import { serveForgiving } from "./serve-forgiving";
import { serveStrictly } from "./serve-strictly";

export type Route = {
  (request: ApiRequest, context: { params: Promise<PathTexts> }): Promise<Response>;
  readonly declaration: Declaration;
};

type NoPath = Record<never, never>;
type NoInput = z.ZodObject<Record<never, never>>;

/**
 * Creates a route handler from its declaration: authenticates, parses, calls the verb, and answers with its result or a
 * problem.
 */
export function route<Out extends z.ZodType, Path extends PathShape = NoPath, Input extends z.ZodObject = NoInput>(
  declaration: AskedDeclaration<Path, Input, Out, JsonBody<Out>>,
): Route;
export function route<Path extends PathShape = NoPath, Input extends z.ZodObject = NoInput>(
  declaration: AskedDeclaration<Path, Input, FileOutput, AnsweredFile>,
): Route;
export function route<Out extends z.ZodType, Opened>(
  declaration: DeliveredDeclaration<Opened, Out, JsonBody<Out>>,
): Route;
export function route<Opened>(declaration: DeliveredDeclaration<Opened, FileOutput, AnsweredFile>): Route;
export function route(declaration: Declaration): Route {
  const handler = async (request: ApiRequest, context: { params: Promise<PathTexts> }): Promise<Response> => {
    // Next.js passes no params to a route without path parameters.
    const path = (await context.params) ?? {};
    return answerRequest(request.method, declaration.path, async (speaksAs) => {
      if (isDelivered(declaration)) {
        const opened = await enter(request, () => declaration.policy.open(path));
        if (opened.ctx) speaksAs(opened.ctx);
        if (opened.ctx) countRequest(credentialOf(opened.ctx), declaration.policy.requestsAMinute);
        return respond(declaration, await enter(request, () => declaration.handle({ opened, request })), request);
      }
      const { credentials, tokenInPath, forgiving, requestsAMinute } = declaration.policy;
      const ctx = await enter(request, () => authenticate(request, credentials, tokenInPath && path.secure_token));
      speaksAs(ctx);
      countRequest(credentialOf(ctx), requestsAMinute);
      return (forgiving ? serveForgiving : serveStrictly)(declaration, { request, ctx, path });
    });
  };
  return Object.assign(handler, { declaration });
}
