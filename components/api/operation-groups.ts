import type { CodeSample, OpenApi, Operation, Response } from "@/lib/platform/contract/open-api";

/** One operation, with one or two equivalent methods. */
export type OperationGroup = {
  readonly path: string;
  readonly methods: readonly string[];
  readonly operation: Operation;
  /** By the first method. */
  readonly samples: readonly CodeSample[];
};

/** Groups PUT and POST of one path if they do the same. */
export function groupOperations(reference: OpenApi, tag: string): OperationGroup[] {
  return Object.entries(reference.paths).flatMap(([path, methods]) => {
    const operations = Object.entries(methods).filter(([, { tags }]) => tags.includes(tag));
    const summaries = [...new Set(operations.map(([, { summary }]) => summary))];
    return summaries.flatMap((summary) => {
      const alike = operations.filter(([, operation]) => operation.summary === summary);
      const [first] = alike;
      if (!first) return [];
      const [, operation] = first;
      const methodsAlike = alike.map(([method]) => method.toUpperCase());
      return [{ path, methods: methodsAlike, operation, samples: operation["x-codeSamples"] }];
    });
  });
}

/** The successful answer of an operation and its status: the one with an example, or a file. */
export function successOf({ responses }: Operation): { status: string; response: Response } | null {
  const successes = Object.entries(responses).flatMap(([status, response]) =>
    status.startsWith("2") && !("$ref" in response) ? [{ status, response }] : [],
  );
  return successes.find(({ response }) => sampleOf(response) !== undefined) ?? successes[0] ?? null;
}

export function sampleOf({ content }: Response): unknown {
  return content?.["application/json"]?.example;
}

/** The statuses of the problems that an operation may answer with. */
export function problemsOf({ responses }: Operation): string[] {
  return Object.keys(responses).filter((status) => Number(status) >= 400);
}
