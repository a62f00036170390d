import { answerRequest } from "./answer-request";
import type { ApiRequest } from "./api-request";
import { MethodNotAllowed } from "./method-not-allowed";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof METHODS)[number];
type Supported = Partial<Record<Method, { readonly declaration: { readonly path: string } }>>;

export type OtherMethod = {
  (request: ApiRequest): Promise<Response>;
  /** The methods that the module supports. */
  readonly allowed: readonly string[];
};

/**
 * Handlers for methods that a route does not support: 405 with `Allow` and a problem document, and OPTIONS. Next.js
 * alone sends 405 with neither. HEAD uses GET.
 */
export function otherMethods<Given extends Supported>(
  supported: Given,
): Record<Exclude<Method, keyof Given> | "OPTIONS", OtherMethod> {
  const allowed = METHODS.filter((method) => method in supported).flatMap(withHead);
  const path = Object.values(supported)[0]?.declaration.path ?? "";
  const answering = (answer: (method: string) => Promise<Response>): OtherMethod =>
    Object.assign((request: ApiRequest) => answerRequest(request, `/api/v1${path}`, () => answer(request.method)), {
      allowed,
    });
  const refuse = answering((method) => Promise.reject(new MethodNotAllowed(method, allowed)));
  const options = answering(async () => new Response(null, { status: 204, headers: { allow: allowed.join(", ") } }));
  const all = { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, OPTIONS: options };
  return all;
}

function withHead(method: Method): string[] {
  return method === "GET" ? ["GET", "HEAD"] : [method];
}
