import { z } from "zod";
import type { DescribedRoute } from "../all-routes";
import { isFile } from "../declaration";
import { EXAMPLE_HOST } from "../domain/example-host";

/** Placeholders for the reader's own key and token. */
export const EXAMPLE_KEY = { id: "API_KEY_ID", secret: "API_KEY_SECRET" };
export const EXAMPLE_TOKEN = "SECURE_TOKEN";

export type SampleRequest = {
  readonly method: string;
  readonly url: string;
  readonly credential: "api_key" | "secure_token" | "none";
  /** Sent as JSON. */
  readonly json?: object;
  readonly answers: "json" | "text" | "pdf" | "png";
};

/** The example request of a route. Of two equivalent methods, one shows the query string and the other JSON. */
export function sampleRequest({ method, declaration }: DescribedRoute): SampleRequest {
  const { path, docs, params = {} } = declaration;
  const sent =
    method === "POST" && typeof docs.example.send === "string" ? asJson(docs.example.send) : docs.example.send;
  const address = path.replace(/\{([a-z_]+)\}/g, (_, name: string) => exampleOf(params[name]));
  return {
    method,
    url: `${EXAMPLE_HOST}/api/v1${address}${typeof sent === "string" ? `?${sent}` : ""}`,
    credential: credentialOf(declaration),
    ...(typeof sent === "object" && { json: sent }),
    answers: answerOf(declaration),
  };
}

function answerOf({ output }: DescribedRoute["declaration"]): SampleRequest["answers"] {
  if (!isFile(output) || output.media.includes("application/json")) return "json";
  if (output.media.includes("image/png")) return "png";
  return output.media.includes("application/pdf") ? "pdf" : "text";
}

function credentialOf({ policy }: DescribedRoute["declaration"]): SampleRequest["credential"] {
  if (policy.takes === "delivery" || policy.tokenInPath) return "none";
  return policy.credentials.includes("api_key") ? "api_key" : "secure_token";
}

function exampleOf(schema: z.ZodType | undefined): string {
  const example = schema && z.globalRegistry.get(schema)?.example;
  return String(example ?? "");
}

function asJson(query: string): object {
  const pairs = [...new URLSearchParams(query)];
  return Object.fromEntries(pairs.map(([name, value]) => [name, value === "true" ? true : value]));
}
