import { EXAMPLE_KEY, EXAMPLE_TOKEN, type SampleRequest } from "./sample-request";

/** The request with PHP's curl extension; a JSON answer becomes an array. */
export function phpSample({ method, url, credential, json, answers }: SampleRequest): string {
  const headers = [
    ...(credential === "none" ? [] : [`'Authorization: Bearer ${secretOf(credential)}'`]),
    ...(json ? ["'Content-Type: application/json'"] : []),
  ];
  return [
    `$request = curl_init('${url}');`,
    "curl_setopt_array($request, [",
    ...(method === "GET" ? [] : [`    CURLOPT_CUSTOMREQUEST => '${method}',`]),
    ...(headers.length > 0 ? [`    CURLOPT_HTTPHEADER => [${headers.join(", ")}],`] : []),
    ...(json ? [`    CURLOPT_POSTFIELDS => json_encode(${phpOf(json, "    ")}),`] : []),
    "    CURLOPT_RETURNTRANSFER => true,",
    "]);",
    answers === "json" ? "$answer = json_decode(curl_exec($request), true);" : "$answer = curl_exec($request);",
  ].join("\n");
}

function secretOf(credential: SampleRequest["credential"]): string {
  return credential === "api_key" ? EXAMPLE_KEY.secret : EXAMPLE_TOKEN;
}

/** A value in PHP syntax. */
function phpOf(value: unknown, indent: string): string {
  if (typeof value === "string") return `'${value.replace(/['\\]/g, "\\$&")}'`;
  if (typeof value !== "object" || value === null) return String(value);
  const inside = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((item) => phpOf(item, inside))
    : Object.entries(value).map(([name, item]) => `'${name}' => ${phpOf(item, inside)}`);
  if (parts.length === 0) return Array.isArray(value) ? "[]" : "new stdClass()";
  return `[\n${parts.map((part) => `${inside}${part},\n`).join("")}${indent}]`;
}
