import type { Access } from "./access";

/** Who acts. `id` is the actor's row in the table of its type; null for the system. */
export type Actor = {
  readonly type: "member" | "api_key" | "secure_token" | "webhook" | "system";
  readonly id: number | null;
  readonly name: string;
  readonly access: Access;
};
