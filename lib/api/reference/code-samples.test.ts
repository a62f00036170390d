import { expect, test } from "vitest";
import { OPENAPI } from "@/app/api/v1/_reference/openapi-declaration";
import { ROUTE_FILES } from "@/app/api/v1/_reference/route-files";
import { allRoutes, type DescribedRoute } from "../all-routes";
import { isFile } from "../declaration";
import { codeSamples } from "./code-samples";

const routes: DescribedRoute[] = [...allRoutes(ROUTE_FILES), { method: "GET", declaration: OPENAPI }];
const named = routes.map((route) => [`${route.method} ${route.declaration.path}`, route] as const);

const BODIES: Readonly<Record<string, string>> = {
  "application/json": '{"status":200}',
  "application/pdf": "%PDF-1.7",
  "image/png": "image",
  "image/jpeg": "image",
  "text/csv": "amount\r\n10.00\r\n",
  "text/plain": "; a ledger\n",
};

const mediaOf = ({ declaration: { output } }: DescribedRoute) => (isFile(output) ? output.media : ["application/json"]);
const sampleOf = (route: DescribedRoute, lang: string) =>
  codeSamples(route).find((sample) => sample.lang === lang)?.source ?? "";

/** The samples are plain JavaScript, too. */
function run(source: string, fetch: () => Promise<Response>): Promise<unknown> {
  return new Function("fetch", `return (async () => { ${source}\nreturn answer; })();`)(fetch);
}

test.each(named)("%s: its TypeScript reads whatever the route answers", async (_, route) => {
  for (const media of mediaOf(route)) {
    const answer = await run(sampleOf(route, "typescript"), async () => new Response(BODIES[media]));
    const text = answer instanceof ArrayBuffer ? Buffer.from(answer).toString() : answer;
    expect(typeof text === "string" ? text : JSON.stringify(text)).toBe(BODIES[media]);
  }
});

test.each(named)("%s: its PHP decodes JSON and nothing else", (_, route) => {
  const isJson = mediaOf(route).every((media) => media === "application/json");
  expect(sampleOf(route, "php").includes("json_decode")).toBe(isJson);
});

test.each(named)("%s: its curl writes no binary to the terminal", (_, route) => {
  const isBinary = mediaOf(route).includes("application/pdf");
  expect(/ -o \S+\.pdf\b/.test(sampleOf(route, "curl"))).toBe(isBinary);
});
