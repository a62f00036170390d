/** Stand-ins that whoever copies an example replaces. */
const PLACEHOLDERS = {
  host: "https://your-domain.com",
  path: {
    id: "1042",
    uuid: "CALL_UUID",
    secure_token: "SECURE_TOKEN",
    provider: "twilio",
    source_key: "SOURCE_KEY",
    hook_key: "HOOK_KEY",
    event_id: "88",
    month: "2026-10",
    number: "1",
    cap_id: "4",
  } as Readonly<Record<string, string>>,
  apiKey: "API_KEY_ID:API_KEY_SECRET",
  secureToken: "SECURE_TOKEN",
};

export type CurlSample = {
  readonly method: string;
  /** Below `/api/v1`, with `{name}` for what varies. */
  readonly path: string;
  readonly credential: "api_key" | "secure_token" | "none";
  /** A query string, or an object that is sent as JSON. */
  readonly send?: string | object | undefined;
};

/** The request as a line for a shell. */
export function curlSample({ method, path, credential, send }: CurlSample): string {
  const address = path.replace(/\{([a-z_]+)\}/g, (_, name: string) => PLACEHOLDERS.path[name] ?? name);
  const query = typeof send === "string" ? `?${send}` : "";
  return [
    method === "GET" ? "curl" : `curl -X ${method}`,
    `"${PLACEHOLDERS.host}/api/v1${address}${query}"`,
    ...(credential === "api_key" ? [`-u "${PLACEHOLDERS.apiKey}"`] : []),
    ...(credential === "secure_token" ? [`-H "Authorization: Bearer ${PLACEHOLDERS.secureToken}"`] : []),
    ...(typeof send === "object" ? ['-H "Content-Type: application/json"', `-d '${JSON.stringify(send)}'`] : []),
  ].join(" \\\n  ");
}
