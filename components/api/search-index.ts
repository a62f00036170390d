import { slugOf } from "@/lib/api/contract/sections";
import type { OpenApi } from "@/lib/platform/contract/open-api";
import type { Findable } from "./find-in-reference";
import { groupOperations } from "./operation-groups";

/** The index for the search of the reference. */
export function searchIndex(reference: OpenApi): Findable[] {
  return reference.tags.flatMap(({ name: section }) =>
    groupOperations(reference, section).map(({ operation, methods, path }) => ({
      href: `/docs/api/${slugOf(section)}#${operation.operationId}`,
      name: `${methods.join(" ")} ${path}`,
      title: operation.summary,
      words: [operation.operationId, ...(operation.parameters ?? []).map(({ name }) => name)].join(" "),
    })),
  );
}
