import { answerRequest } from "@/lib/platform/http/answer-request";
import type { ApiRequest } from "@/lib/platform/http/api-request";
import type { Speaker } from "@/lib/platform/http/record-request";
import type { Declaration } from "./declaration";
import type { PathTexts } from "./read-path";

export type Route = {
  (request: ApiRequest, context: { params: Promise<PathTexts> }): Promise<Response>;
  readonly declaration: Declaration;
};

type Answering = { readonly speaksAs: (speaker: Speaker) => void; readonly requestId: string };
type Serve = (request: ApiRequest, path: PathTexts, answering: Answering) => Promise<Response>;

/** What Next.js calls, with the declaration that the reference and the tests read. */
export function routeHandler(declaration: Declaration, serve: Serve): Route {
  const handler = async (request: ApiRequest, context: { params: Promise<PathTexts> }): Promise<Response> => {
    // Next.js hands none to a route whose address has no parameters.
    const path = (await context.params) ?? {};
    return answerRequest(request, `/api/v1${declaration.path}`, (speaksAs, requestId) =>
      serve(request, path, { speaksAs, requestId }),
    );
  };
  return Object.assign(handler, { declaration });
}
