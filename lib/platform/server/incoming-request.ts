import type { IncomingMessage, ServerResponse } from "node:http";
import type { ApiRequest } from "@/lib/platform/http/api-request";

/** Routes read the path and query of a URL, never its host, so any origin will do. */
const ORIGIN = "http://localhost";

/** A message of Node's own server in the form that routes read. Costly parts are created on demand. */
export class IncomingRequest implements ApiRequest {
  private builtHeaders: Headers | undefined;
  private builtSignal: AbortSignal | undefined;

  constructor(
    private readonly message: IncomingMessage,
    private readonly response: ServerResponse,
  ) {}

  get method(): string {
    return this.message.method ?? "GET";
  }

  get url(): string {
    return ORIGIN + this.message.url;
  }

  get headers(): Headers {
    this.builtHeaders ??= headersOf(this.message);
    return this.builtHeaders;
  }

  get body(): AsyncIterable<Uint8Array> | null {
    return this.method === "GET" || this.method === "HEAD" ? null : this.message;
  }

  /** Aborted when the client disconnects before it has its answer. */
  get signal(): AbortSignal {
    this.builtSignal ??= abortedWithout(this.response);
    return this.builtSignal;
  }
}

/** Headers as Node provides them: repeated headers are joined or dropped by the rules of HTTP. */
function headersOf({ headers }: IncomingMessage): Headers {
  const all = new Headers();
  for (const name in headers) {
    const value = headers[name];
    if (typeof value === "string") all.append(name, value);
    else for (const item of value ?? []) all.append(name, item);
  }
  return all;
}

function abortedWithout(response: ServerResponse): AbortSignal {
  if (response.destroyed) return AbortSignal.abort();
  const controller = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
