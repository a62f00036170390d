import { EXAMPLE_KEY, EXAMPLE_TOKEN, type SampleRequest } from "./sample-request";

const READ = { json: "json", text: "text", pdf: "arrayBuffer", png: "arrayBuffer" };

/** The request with `fetch`, for Node, Deno, Bun and browsers. */
export function typescriptSample({ method, url, credential, json, answers }: SampleRequest): string {
  const headers = [
    ...(credential === "none" ? [] : [`    Authorization: "Bearer ${secretOf(credential)}",`]),
    ...(json ? ['    "Content-Type": "application/json",'] : []),
  ];
  const options = [
    ...(method === "GET" ? [] : [`  method: "${method}",`]),
    ...(headers.length > 0 ? ["  headers: {", ...headers, "  },"] : []),
    ...(json ? [`  body: JSON.stringify(${indented(JSON.stringify(json, null, 2))}),`] : []),
  ];
  return [
    ...(options.length > 0
      ? [`const response = await fetch("${url}", {`, ...options, "});"]
      : [`const response = await fetch("${url}");`]),
    "if (!response.ok) throw new Error(await response.text());",
    `const answer = await response.${READ[answers]}();`,
  ].join("\n");
}

function secretOf(credential: SampleRequest["credential"]): string {
  return credential === "api_key" ? EXAMPLE_KEY.secret : EXAMPLE_TOKEN;
}

function indented(text: string): string {
  return text.replaceAll("\n", "\n  ");
}
