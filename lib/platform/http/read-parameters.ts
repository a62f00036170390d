import { DomainError, Invalid } from "@/lib/base/errors";
import type { Parameters } from "./parameters";
import { DRY_RUN } from "./parse-dry-run";
import { readJson } from "./read-json";
import { readMultipart } from "./read-multipart";
import type { Received } from "./receive";

type Pair = readonly [name: string, value: unknown];

const FORM = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data";
const AT_MOST = 1000;

/**
 * Merges query string, form body and JSON body; a repeated name must have equal values. For senders that do not read
 * answers, `forgiving` lists the known names: an empty value counts as absent, except for `dry_run`, and unknown names
 * may conflict.
 */
export async function readParameters(
  received: Received,
  { forgiving }: { readonly forgiving?: ReadonlySet<string> } = {},
): Promise<Parameters> {
  const pairs = [...new URLSearchParams(received.query), ...(await readBodyPairs(received))];
  const parameters = new Map<string, unknown>();
  const tokens = new Map<string, unknown>();
  for (const [name, value] of pairs.flatMap(asPairs)) {
    if (forgiving && name !== DRY_RUN && (value === "" || value === null)) continue;
    const token = (TOKEN.exec(name) ?? (forgiving?.has("tokens") ? TOKEN_ELSEWHERE.exec(name) : null))?.[1];
    if (forgiving && token === undefined && !forgiving.has(name) && parameters.has(name)) continue;
    put(token === undefined ? parameters : tokens, token ?? name, value, name);
  }
  // Zod skips this name without an error.
  if (tokens.has("__proto__")) throw new Invalid({ "tokens[__proto__]": "Token names begin with a lowercase letter." });
  if (tokens.size > 0) put(parameters, "tokens", Object.fromEntries(tokens), "tokens");
  return Object.fromEntries(parameters);
}

async function readBodyPairs({ body, type, contentType }: Received): Promise<Iterable<Pair>> {
  if (body.byteLength === 0) return [];
  if (type === "application/json" || type.endsWith("+json")) return Object.entries(readJson(decode(body)));
  if (type === FORM) return new URLSearchParams(decode(body));
  if (type === MULTIPART) return readMultipart(body, contentType ?? MULTIPART);
  throw new DomainError(
    "unsupported_media_type",
    `Send the body as application/json or ${FORM}, and set Content-Type to match. Nothing was saved.`,
  );
}

function decode(body: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw new Invalid({}, "The body is not UTF-8 text. Nothing was saved.");
  }
}

const TOKEN = /^tokens\[([^\]]*)\]$/;
/** How other systems name tokens; accepted on forgiving routes. */
const TOKEN_ELSEWHERE = /^(?:data|post_call_tokens)\[([^\]]*)\]$/;

/** Expands `tokens={"zip":"80202"}` and a JSON object to `tokens[zip]=80202`. */
function asPairs([name, value]: Pair): Pair[] {
  if (name !== "tokens") return [[name, value]];
  const tokens = typeof value === "string" && value.trimStart().startsWith("{") ? readJson(value, "tokens") : value;
  if (typeof tokens !== "object" || tokens === null || Array.isArray(tokens)) return [[name, tokens]];
  return Object.entries(tokens).map(([token, text]) => [`tokens[${token}]`, text]);
}

function put(all: Map<string, unknown>, key: string, value: unknown, name: string): void {
  if (all.has(key) && !same(all.get(key), value)) {
    throw new Invalid({ [name]: "Sent twice with different values. Send it once." });
  }
  if (all.size >= AT_MOST) throw new Invalid({}, `Send at most ${AT_MOST} parameters. Nothing was saved.`);
  all.set(key, value);
}

function same(one: unknown, other: unknown): boolean {
  return typeof one !== "object" && typeof other !== "object" && String(one) === String(other);
}
