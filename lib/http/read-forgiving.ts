import { type Parameters, readParameters } from "./read-parameters";

type Arrived = {
  /** Percent-encoded, without the question mark. */
  readonly query: string;
  readonly contentType: string | null;
  readonly body: Uint8Array;
};

/**
 * Parameters from senders who never read answers; `names` are those that matter. A body that looks like JSON is JSON,
 * whatever its Content-Type: `curl -d '{…}'` calls it a form, and read as a form its texts could set any field. A body
 * without a readable Content-Type is taken for what it looks like.
 */
export function readForgiving({ query, contentType, body }: Arrived, names: ReadonlySet<string>): Promise<Parameters> {
  const declared = contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  const looks = looksLike(body);
  const type = looks === JSON_TYPE || !READABLE.test(declared) ? looks : declared;
  return readParameters({ query, type, contentType, body: new Uint8Array(body) }, { forgiving: names });
}

const JSON_TYPE = "application/json";
const READABLE = /^(application\/json|.+\+json|application\/x-www-form-urlencoded|multipart\/form-data)$/;
const BEGINNING_BYTES = 64;
const DECODER = new TextDecoder();

function looksLike(body: Uint8Array): string {
  const beginning = DECODER.decode(body.subarray(0, BEGINNING_BYTES)).trimStart();
  if (/^(\{|\[\s*["[{\]])/.test(beginning)) return JSON_TYPE;
  return /^[\w.[\]%-]+=/.test(beginning) ? "application/x-www-form-urlencoded" : "text/plain";
}
