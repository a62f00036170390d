import type { z } from "zod";
import { authenticate } from "@/lib/access/credentials";
import { DomainError } from "@/lib/base/errors";
import { CLIENT_ADDRESS } from "@/lib/platform/config/client-address";
import { countRequest } from "@/lib/platform/http/rate-limits";
import type { AskedDeclaration, Output, PathShape } from "./declaration";
import { credentialOf, enter } from "./enter";
import { type Route, routeHandler } from "./route-handler";
import { serveForgiving } from "./serve-forgiving";
import { serveStrictly } from "./serve-strictly";

type NoPath = Record<never, never>;
type NoInput = z.ZodObject<Record<never, never>>;

/**
 * Creates a route handler from its declaration: authenticates, parses, calls the verb, and answers with its result or a
 * problem. Not overloaded, so that the compiler reports a wrong field at its position.
 */
export function route<Out extends Output, Path extends PathShape = NoPath, Input extends z.ZodObject = NoInput>(
  declaration: AskedDeclaration<Path, Input, Out>,
): Route {
  const { credentials, tokenInPath, forgiving, beforeSecondFactor, requestsAMinute } = declaration.policy;
  return routeHandler(declaration, async (request, path, { speaksAs, requestId }) => {
    const who = await enter(request, () => authenticate(request, credentials, tokenInPath && path.secure_token));
    const ctx = { ...who, from: { address: request.headers.get(CLIENT_ADDRESS), requestId } };
    speaksAs(ctx);
    if (ctx.session?.lacksSecondFactor && !beforeSecondFactor) throw new SecondFactorNeeded();
    await countRequest(credentialOf(ctx), requestsAMinute);
    return (forgiving ? serveForgiving : serveStrictly)(declaration, { request, ctx, path });
  });
}

class SecondFactorNeeded extends DomainError {
  constructor() {
    super(
      "forbidden",
      "Your company requires a second factor. Add one in Settings → Your security. Nothing was saved.",
    );
  }
}
