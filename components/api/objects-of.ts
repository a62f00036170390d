import type { OpenApi, Schema } from "@/lib/platform/contract/open-api";
import type { OperationGroup } from "./operation-groups";
import { successOf } from "./operation-groups";

const REFERENCE = /"#\/components\/schemas\/([^"]+)"/g;

/** The objects that the operations of a page refer to, and those that they are made of, but for answers told in full. */
export function objectsOf(groups: readonly OperationGroup[], { components }: OpenApi): [name: string, Schema][] {
  const found = new Map<string, Schema>();
  const follow = (part: unknown) => {
    for (const name of namesIn(part)) {
      const schema = components.schemas[name];
      if (!schema || found.has(name)) continue;
      found.set(name, schema);
      follow(schema);
    }
  };
  for (const { operation } of groups) {
    const taken = operation.requestBody?.content["application/json"]?.schema;
    const answered = successOf(operation)?.response.content?.["application/json"]?.schema;
    for (const schema of [taken, ...choicesOf(answered)]) {
      follow(schema?.$ref ? components.schemas[schema.$ref.split("/").at(-1) ?? ""] : schema);
    }
  }
  return [...found].sort(([one], [other]) => one.localeCompare(other));
}

function choicesOf(schema: Schema | undefined): readonly (Schema | undefined)[] {
  return schema?.anyOf ?? schema?.oneOf ?? [schema];
}

function namesIn(part: unknown): string[] {
  return [...(JSON.stringify(part) ?? "").matchAll(REFERENCE)].flatMap(([, name]) => name ?? []);
}
