import type { DescribedRoute } from "../all-routes";

/** Every status that a route can answer. */
export function statusesOf({ method, declaration }: DescribedRoute): number[] {
  const { policy, statuses, input } = declaration;
  const reads = method !== "GET";
  const isAsked = policy.takes === "parameters";
  const isOpen = !isAsked && !policy.isSigned;
  const all = [
    ...statuses,
    ...(isOpen ? [] : [401]),
    ...(isAsked && !policy.forgiving ? [403] : []),
    405,
    ...(reads ? [408, 413] : []),
    ...(takesIdempotencyKey({ method, declaration }) ? [409] : []),
    ...(reads && (isAsked || input) ? [415] : []),
    ...(isOpen ? [] : [422]),
    ...(isOpen ? [] : [429]),
    500,
    ...(isOpen ? [] : [503]),
  ];
  return [...new Set(all)].sort((one, other) => one - other);
}

/** Every write in our own format. */
export function takesIdempotencyKey({ method, declaration }: DescribedRoute): boolean {
  return method !== "GET" && declaration.policy.takes === "parameters";
}
