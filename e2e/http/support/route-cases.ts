import type { Credential } from "@/lib/access/credentials";
import type { Ask } from "./ask";
import { bearer } from "./credentials";
import type { TreeRoute } from "./route-tree";

/** Values for the path parameters: a call, or a buyer or offer on their routes. */
export type Places = { readonly call: string | number; readonly token: string };

/** The example request of a route, for a client without access to send. */
export function exampleOf({ method, declaration }: TreeRoute): Ask {
  const send = declaration?.docs.example.send;
  if (typeof send === "object") return { json: send };
  // Of two equivalent methods, POST is sent with a form.
  return method === "POST" && send ? { form: send } : { ...(send && { query: send }) };
}

/** The credentials that a route takes. */
export function credentialsOf({ declaration }: TreeRoute): readonly Credential[] {
  return declaration?.policy.takes === "parameters" ? declaration.policy.credentials : [];
}

/** The status that a public route answers to everybody. */
export function openStatusOf({ declaration }: TreeRoute): number {
  return declaration?.policy.takes === "delivery" && !declaration.policy.isSigned && !declaration.params ? 200 : 404;
}

export function addressOf(path: string, { call, token }: Places): string {
  return path
    .replace(/\{(id|uuid)\}/, String(call))
    .replace("{secure_token}", token)
    .replace("{event_id}", "1")
    .replace("{cap_id}", "1")
    .replace("{month}", "2026-10")
    .replace("{number}", "1")
    .replace("{rest}", "nothing/here");
}

/** The headers that carry a secure token, for a route that does not take it in its address. */
export function tokenHeaders(path: string, token: string): Readonly<Record<string, string>> {
  return path.includes("{secure_token}") ? {} : bearer(token);
}
