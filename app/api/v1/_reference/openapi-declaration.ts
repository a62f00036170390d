import { file } from "@/lib/api/file-output";
import { ANYBODY } from "@/lib/api/policies";

/** The route of the document, which the document describes too. */
export const OPENAPI = {
  name: "getOpenApi",
  policy: ANYBODY,
  path: "/openapi.json",
  output: file("application/json"),
  statuses: [200],
  docs: {
    section: "Reference",
    title: "Download the OpenAPI document",
    about: [
      "Returns this reference as an OpenAPI 3.1 document, for example to generate a client. No credential is required.",
    ],
    example: { answer: { openapi: "3.1.0", info: { title: "Callmark API", version: "1" } } },
  },
} as const;
