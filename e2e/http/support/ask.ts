import type { z } from "zod";
import { baseUrl } from "./demo";

export type Ask = {
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string | Readonly<Record<string, string>> | readonly (readonly [string, string])[];
  readonly form?: string | Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** A raw body; set its content type in the headers. */
  readonly body?: BodyInit;
};

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed JSON; null when the answer is not JSON. */
  readonly body: unknown;
};

/** Does not follow redirects. */
export async function ask(method: string, path: string, { headers, query, ...content }: Ask = {}): Promise<Answer> {
  const search = query === undefined ? "" : `?${typeof query === "string" ? query : new URLSearchParams(pairs(query))}`;
  const sent = bodyOf(content);
  // A stream needs half-duplex, which Node's types lack.
  const init: RequestInit & { duplex: "half" } = {
    method,
    redirect: "manual",
    headers: { ...sent.headers, ...headers },
    body: sent.body ?? null,
    duplex: "half",
  };
  const response = await fetch(`${baseUrl}${path}${search}`, init);
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  return { status: response.status, headers: response.headers, text, body: isJson && text ? JSON.parse(text) : null };
}

/** The body, parsed with the schema. */
export function read<Schema extends z.ZodType>(schema: Schema, { status, text, body }: Answer): z.output<Schema> {
  const { data, error } = schema.safeParse(body);
  if (error) throw new Error(`${status} ${text}\n${error.message}`);
  return data;
}

type Content = { readonly headers: Readonly<Record<string, string>>; readonly body: BodyInit | undefined };

function bodyOf({ form, json, body }: Pick<Ask, "form" | "json" | "body">): Content {
  if (form !== undefined) {
    return {
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: typeof form === "string" ? form : new URLSearchParams(form).toString(),
    };
  }
  if (json !== undefined) {
    return {
      headers: { "content-type": "application/json" },
      body: typeof json === "string" ? json : JSON.stringify(json),
    };
  }
  return { headers: {}, body };
}

function pairs(query: Exclude<Ask["query"], string | undefined>): string[][] {
  return (Array.isArray(query) ? query : Object.entries(query)).map(([name, value]) => [name, value]);
}
