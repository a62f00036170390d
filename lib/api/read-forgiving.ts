import { NotUnderstood } from "@/lib/inbound/not-understood";
import type { InboundPost } from "@/lib/inbound/raw-post";
import type { Parameters } from "@/lib/platform/http/parameters";
import { readParameters } from "@/lib/platform/http/read-parameters";

/**
 * Parameters from senders that do not read answers; `names` are the known ones. A body that looks like JSON is read as
 * JSON whatever its Content-Type, because `curl -d '{…}'` sends it as a form. Without a usable Content-Type the body
 * decides; other text has no fields.
 */
export async function readForgiving(
  { query, contentType, body }: InboundPost,
  names: ReadonlySet<string>,
): Promise<Parameters> {
  const declared = contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  const looks = looksLike(body);
  const type = looks === JSON_TYPE || !READABLE.test(declared) ? looks : declared;
  const read = (bytes: Uint8Array) =>
    readParameters({ query, type, contentType, body: new Uint8Array(bytes) }, { forgiving: names });
  if (body.byteLength === 0 || !isText(type, declared, body)) return read(body);
  const inAddress = Object.keys(await read(new Uint8Array()));
  if (inAddress.some((name) => names.has(name))) return read(body);
  throw new NotUnderstood(NO_FIELDS, inAddress);
}

const JSON_TYPE = "application/json";
const TEXT_TYPE = "text/plain";
const FORM_TYPE = "application/x-www-form-urlencoded";
/** Content types that do not determine how to read the body. */
const ANY_TEXT = /^(|text\/plain|application\/octet-stream)$/;
const NO_FIELDS = "The body is plain text without fields. Send JSON or form fields.";
const READABLE = /^(application\/json|.+\+json|application\/x-www-form-urlencoded|multipart\/form-data)$/;
const BEGINNING_BYTES = 64;
const DECODER = new TextDecoder();

function looksLike(body: Uint8Array): string {
  const beginning = DECODER.decode(body.subarray(0, BEGINNING_BYTES)).trimStart();
  if (/^(\{|\[\s*["[{\]])/.test(beginning)) return JSON_TYPE;
  return /^[\w.[\]%-]+=/.test(beginning) ? FORM_TYPE : TEXT_TYPE;
}

/** Plain text, also when `curl -d` labels it as a form. */
function isText(type: string, declared: string, body: Uint8Array): boolean {
  return type === FORM_TYPE ? !body.includes(EQUALS_SIGN) : type === TEXT_TYPE && ANY_TEXT.test(declared);
}

const EQUALS_SIGN = "=".charCodeAt(0);
