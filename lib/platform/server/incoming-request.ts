import type { IncomingMessage, ServerResponse } from "node:http";
import type { ApiRequest } from "@/lib/platform/http/api-request";

/** Routes read the path and the query of an address, never whom it names. */
const ORIGIN = "http://localhost";

/** A message of Node's own server as the routes read it. What costs something is made when it is asked for. */
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

  /** Aborted when the client goes away before it has its answer. */
  get signal(): AbortSignal {
    this.builtSignal ??= abortedWithout(this.response);
    return this.builtSignal;
  }
}

/** As Node has them: what stands twice is joined or dropped as HTTP says. */
function headersOf({ headers }: IncomingMessage): Headers {
  const all = new Headers();
  for (const name in headers) {
    const value = headers[name];
    if (typeof value === "string") all.append(name, value);
    else for (const each of value ?? []) all.append(name, each);
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
