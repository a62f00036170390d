import type { OpenApi, Operation, Response } from "@/lib/api/reference/open-api-types";

/** One thing to do, by one or two methods that mean the same. */
export type OperationGroup = {
  readonly path: string;
  readonly methods: readonly string[];
  readonly operation: Operation;
  readonly samples: readonly string[];
};

/** PUT and POST of one path that do the same stand together. */
export function groupOperations(reference: OpenApi, tag: string): OperationGroup[] {
  return Object.entries(reference.paths).flatMap(([path, methods]) => {
    const known = Object.entries(methods).filter(([, { tags }]) => tags.includes(tag));
    const summaries = [...new Set(known.map(([, { summary }]) => summary))];
    return summaries.flatMap((summary) => {
      const alike = known.filter(([, operation]) => operation.summary === summary);
      const [first] = alike;
      if (!first) return [];
      const samples = alike.flatMap(([, operation]) => operation["x-codeSamples"].map(({ source }) => source));
      return [{ path, methods: alike.map(([method]) => method.toUpperCase()), operation: first[1], samples }];
    });
  });
}

/** The successful answer of an operation, with its status. */
export function successOf({ responses }: Operation): { status: string; response: Response } | null {
  for (const [status, response] of Object.entries(responses)) {
    if (status.startsWith("2") && !("$ref" in response) && sampleOf(response) !== undefined)
      return { status, response };
  }
  return null;
}

export function sampleOf({ content }: Response): unknown {
  return content?.["application/json"]?.example;
}

/** The codes of the problems that an operation may answer with. */
export function problemsOf({ responses }: Operation): { status: string; code: string }[] {
  return Object.entries(responses).flatMap(([status, response]) =>
    "$ref" in response ? [{ status, code: response.$ref.split("/").at(-1) ?? "" }] : [],
  );
}
