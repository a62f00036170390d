import { DomainError, Invalid } from "@/lib/domain/errors";
import { readBody } from "./read-body";
import { readJson } from "./read-json";

/** Parameters by name. Scalars are text or boolean; `tokens` is an object. */
export type Parameters = Record<string, unknown>;

const FORM = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data";

/** Query string, form body and JSON body alike, put together: the same name twice has to say the same. */
export async function readParameters(request: Request): Promise<Parameters> {
  const query = fromPairs(new URL(request.url).searchParams);
  if (request.method === "GET" || request.method === "HEAD") return query;
  return merged(query, await bodyParameters(request));
}

async function bodyParameters(request: Request): Promise<Parameters> {
  const body = await readBody(request);
  if (body.byteLength === 0) return {};
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === "application/json" || type.endsWith("+json")) return readJson(decode(body));
  if (type === FORM) return fromPairs(new URLSearchParams(decode(body)));
  if (type === MULTIPART) return fromMultipart(request, body);
  throw new DomainError(
    "unsupported_media_type",
    `Send the body as application/json or ${FORM}, and say so in Content-Type. Nothing was saved.`,
  );
}

function decode(body: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw new Invalid({}, "The body is not UTF-8 text. Nothing was saved.");
  }
}

async function fromMultipart(request: Request, body: Uint8Array<ArrayBuffer>): Promise<Parameters> {
  const headers = { "content-type": request.headers.get("content-type") ?? MULTIPART };
  const form = await new Response(body, { headers }).formData().catch(() => {
    throw new Invalid({}, "The body is not valid multipart/form-data. Nothing was saved.");
  });
  const pairs: [string, string][] = [];
  for (const [name, value] of form) {
    if (typeof value !== "string") throw new Invalid({ [name]: "Send a text, not a file." });
    pairs.push([name, value]);
  }
  return fromPairs(pairs);
}

const TOKEN = /^tokens\[([^\]]*)\]$/;

function fromPairs(pairs: Iterable<[string, string]>): Parameters {
  let parameters: Parameters = {};
  for (const [name, value] of pairs) {
    const token = TOKEN.exec(name)?.[1];
    parameters = merged(parameters, token === undefined ? own(name, value) : { tokens: own(token, value) });
  }
  return parameters;
}

/** Also where the name is `__proto__`, which a literal would take for the prototype. */
function own(name: string, value: unknown): Parameters {
  return Object.fromEntries([[name, value]]);
}

function merged(one: Parameters, other: Parameters): Parameters {
  const both = new Map(Object.entries(one));
  for (const [name, value] of Object.entries(other)) {
    const known = both.get(name);
    if (known === undefined) both.set(name, value);
    else if (isObject(known) && isObject(value)) both.set(name, merged(known, value));
    else if (!sameScalar(known, value)) {
      throw new Invalid({ [name]: "This stands here twice with different values. Send it once." });
    }
  }
  return Object.fromEntries(both);
}

function isObject(value: unknown): value is Parameters {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sameScalar(one: unknown, other: unknown): boolean {
  return typeof one !== "object" && typeof other !== "object" && String(one) === String(other);
}
