/** Indents JSON and shows a form one field per line; other payloads stay as they are. */
export function prettyPayload(payload: string, contentType: string | null): string {
  const json = asJson(payload);
  if (json !== null) return json;
  if (!contentType?.includes("form-urlencoded")) return payload;
  return [...new URLSearchParams(payload)].map(([name, value]) => `${name} = ${value}`).join("\n");
}

function asJson(payload: string): string | null {
  if (!/^\s*[[{]/.test(payload)) return null;
  try {
    return JSON.stringify(JSON.parse(payload), null, 2);
  } catch {
    return null;
  }
}
