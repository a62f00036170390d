import type { DescribedRoute } from "../all-routes";

/** Every status that a route can answer. */
export function statusesOf({ method, declaration }: DescribedRoute): number[] {
  const { policy, statuses, input } = declaration;
  const reads = method !== "GET";
  const isAsked = policy.takes === "parameters";
  const isOpen = !isAsked && !policy.isSigned;
  return [
    ...statuses,
    ...(isOpen ? [] : [401]),
    ...(isAsked && !policy.forgiving ? [403] : []),
    405,
    ...(reads ? [408, 413] : []),
    ...(reads && (isAsked || input) ? [415] : []),
    ...(isOpen ? [] : [422]),
    ...(isOpen ? [] : [429]),
    500,
    ...(isOpen ? [] : [503]),
  ].sort((one, other) => one - other);
}
