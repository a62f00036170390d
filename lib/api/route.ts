import type { z } from "zod";
import { authenticate } from "@/lib/access/credentials";
import { countRequest } from "@/lib/platform/http/rate-limits";
import type { AskedDeclaration, Output, PathShape } from "./declaration";
import { credentialOf, enter } from "./enter";
import { type Route, routeHandler } from "./route-handler";
import { serveForgiving } from "./serve-forgiving";
import { serveStrictly } from "./serve-strictly";

type NoPath = Record<never, never>;
type NoInput = z.ZodObject<Record<never, never>>;

/**
 * A route handler from its declaration: who asks, what they say, the verb, the answer or the problem.
 * One signature, so that the compiler names a wrong field where it stands.
 */
export function route<Out extends Output, Path extends PathShape = NoPath, Input extends z.ZodObject = NoInput>(
  declaration: AskedDeclaration<Path, Input, Out>,
): Route {
  const { credentials, tokenInPath, forgiving, requestsAMinute } = declaration.policy;
  return routeHandler(declaration, async (request, path, speaksAs) => {
    const ctx = await enter(request, () => authenticate(request, credentials, tokenInPath && path.secure_token));
    speaksAs(ctx);
    countRequest(credentialOf(ctx), requestsAMinute);
    return (forgiving ? serveForgiving : serveStrictly)(declaration, { request, ctx, path });
  });
}
