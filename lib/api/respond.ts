import type { ApiRequest } from "@/lib/platform/http/api-request";
import { textResponse } from "@/lib/platform/http/text-response";
import { type AskedDeclaration, type Declaration, isFile } from "./declaration";
import { type AnsweredFile, fileResponse } from "./file-output";

type AnyBody = Awaited<ReturnType<Declaration["handle"]>>;

/** The response for a verb's result: a file, or JSON with its status and the Location of a created record. */
export function respond(declaration: Declaration, body: AnyBody, request: ApiRequest): Response {
  if (isFile(declaration.output)) return fileResponse(body as AnsweredFile, declaration.output, request);
  const { status } = body as { status: number };
  const { location } = declaration as Pick<AskedDeclaration, "location">;
  return textResponse(JSON.stringify(body), {
    status,
    headers: {
      "content-type": "application/json",
      "cache-control": "no-store",
      ...(status === 201 && location && { location: location(body) }),
    },
  });
}
