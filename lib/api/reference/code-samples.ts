import type { CodeSample } from "@/lib/platform/contract/open-api";
import type { DescribedRoute } from "../all-routes";
import { curlSample } from "./curl-sample";
import { phpSample } from "./php-sample";
import { type SampleRequest, sampleRequest } from "./sample-request";
import { typescriptSample } from "./typescript-sample";

/** The example of a route as a shell command and in several programming languages. */
export function codeSamples(route: DescribedRoute): CodeSample[] {
  const request: SampleRequest = sampleRequest(route);
  return [
    { lang: "curl", label: "curl", source: curlSample(request) },
    { lang: "typescript", label: "TypeScript", source: typescriptSample(request) },
    { lang: "php", label: "PHP", source: phpSample(request) },
  ];
}
