import { EXAMPLE_KEY, EXAMPLE_TOKEN, type SampleRequest } from "./sample-request";

/** The request as a shell command. */
export function curlSample({ method, url, credential, json, answers }: SampleRequest): string {
  return [
    method === "GET" ? "curl" : `curl -X ${method}`,
    `"${url}"`,
    ...(credential === "api_key" ? [`-u "${EXAMPLE_KEY.id}:${EXAMPLE_KEY.secret}"`] : []),
    ...(credential === "secure_token" ? [`-H "Authorization: Bearer ${EXAMPLE_TOKEN}"`] : []),
    ...(json ? ['-H "Content-Type: application/json"', `-d '${JSON.stringify(json).replaceAll("'", "'\\''")}'`] : []),
    // curl refuses to write binary files to a terminal.
    ...(answers === "pdf" || answers === "png" ? [`-o answer.${answers}`] : []),
  ].join(" \\\n  ");
}
