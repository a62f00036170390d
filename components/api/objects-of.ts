import type { OpenApi, Schema } from "@/lib/platform/contract/open-api";
import type { OperationGroup } from "./operation-groups";
import { successOf } from "./operation-groups";

const REFERENCE = /"#\/components\/schemas\/([^"]+)"/g;

/** The objects in the answers of a page and in the bodies of its requests, including nested ones. */
export function objectsOf(groups: readonly OperationGroup[], { components }: OpenApi): [name: string, Schema][] {
  const schemas = new Map<string, Schema>();
  const follow = (part: unknown) => {
    for (const name of namesIn(part)) {
      const schema = components.schemas[name];
      if (!schema || schemas.has(name)) continue;
      schemas.set(name, schema);
      follow(schema);
    }
  };
  for (const { operation } of groups) {
    const taken = operation.requestBody?.content["application/json"]?.schema;
    // The operation shows its own fields; the objects inside them are listed here.
    follow(taken?.$ref ? components.schemas[taken.$ref.split("/").at(-1) ?? ""] : taken);
    follow(successOf(operation)?.response.content?.["application/json"]?.schema);
  }
  return [...schemas].sort(([one], [other]) => one.localeCompare(other));
}

function namesIn(part: unknown): string[] {
  return [...(JSON.stringify(part) ?? "").matchAll(REFERENCE)].flatMap(([, name]) => name ?? []);
}
