/** A payload as people read it: JSON indented, a form one field a line, anything else as it came. */
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
