import { countRequest } from "@/lib/platform/http/rate-limits";
import type { DeliveredDeclaration, Output } from "./declaration";
import { credentialOf, enter } from "./enter";
import { respond } from "./respond";
import { type Route, routeHandler } from "./route-handler";

/** A route handler for what others post in their own words: whose address it is, the verb, the answer or the problem. */
export function deliveryRoute<Opened, Out extends Output>(declaration: DeliveredDeclaration<Opened, Out>): Route {
  const { policy, handle } = declaration;
  return routeHandler(declaration, async (request, path, { speaksAs }) => {
    const opened = await enter(request, () => policy.open(path));
    if (opened.ctx) speaksAs(opened.ctx);
    if (opened.ctx) await countRequest(credentialOf(opened.ctx), policy.requestsAMinute);
    return respond(declaration, await enter(request, () => handle({ opened, request })), request);
  });
}
